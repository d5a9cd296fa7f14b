import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { writeRevision } from "../../src/codegen/index.ts";
import { applyOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import { record } from "../../src/runtime/recorder.ts";
import type { Schema } from "../../src/schema/types.ts";

/** Operations of both directions as data, without what only lives in memory. */
export interface Recorded {
  readonly upgrade: unknown;
  readonly downgrade: unknown;
}

/** Called once in a test file: writes operations as a revision, and records what that revision does. */
export function writerOfRevisions(): (upgrade: readonly Operation[], downgrade: readonly Operation[], start: Schema) => Promise<Recorded> {
  const scratch = mkdtempSync(fileURLToPath(new URL("../checks/scratch-", import.meta.url)));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  let files = 0;
  const operationsIn = (calls: never) => record(calls).map(({ operation }) => operation);
  return async (upgrade, downgrade, start) => {
    const noted = (list: readonly Operation[]) => list.map((operation) => ({ operation, comments: [] }));
    const written = await writeRevision({ message: "split", revision: "0123456789ab", downRevision: null, branchLabels: [], dependsOn: [], created: new Date(0), upgrade: noted(upgrade), downgrade: noted(downgrade), before: start, after: applyOperations(start, upgrade) });
    const file = join(scratch, `split${files++}.ts`);
    writeFileSync(file, written);
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { upgrade: never; downgrade: never };
    return { upgrade: jsonOf(operationsIn(module.upgrade)), downgrade: jsonOf(operationsIn(module.downgrade)) };
  };
}

export function jsonOf(operations: readonly Operation[]): unknown {
  return JSON.parse(JSON.stringify(operations));
}
