import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { downgrade, projectContext, upgrade } from "../../src/index.ts";
import { stateOf } from "../faults/support.ts";
import { unavailable } from "../support/databases.ts";
import { noShell, runScript, shellName } from "../support/shells.ts";
import { openStage } from "./support/stage.ts";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
const projects = readdirSync(examples, { withFileTypes: true }).flatMap(({ name }) => (readdirSync(`${examples}${name}`).includes("migrations") ? [name] : []));

vi.setConfig({ testTimeout: 180_000 });

test("the examples with revisions are found", () => {
  expect(projects).toEqual(["chinook", "jobs", "roles"]);
});

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const reason = (await unavailable(kind)) ?? noShell(kind);
  describe.skipIf(reason !== undefined)(`${kind}, by ${shellName(kind)}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    test.each(projects)("the scripts of %s leave the same database as the online run, up and down", async (name) => {
      const [online, offline] = [await openStage(kind), await openStage(kind)];
      const project = (url: string) => projectContext({ folder: `${examples}${name}`, url });
      try {
        await upgrade(project(online.url));
        runScript(kind, offline.url, (await upgrade(project(offline.url), { sql: true })).sql!);
        expect(comparable(await stateOf(kind, offline.url))).toEqual(comparable(await stateOf(kind, online.url)));
        await downgrade(project(online.url), { target: "base" });
        runScript(kind, offline.url, (await downgrade(project(offline.url), { target: "head:base", sql: true })).sql!);
        const state = await stateOf(kind, offline.url);
        expect(state).toEqual(await stateOf(kind, online.url));
        expect(state).toMatchObject({ rows: {}, history: [] });
      } finally {
        await online.close();
        await offline.close();
      }
    });
  });
}

/** The state without what the clock put into rows. */
function comparable(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)).replace(/"\d{4}-\d\d-\d\d[ T][\d:.]+Z?"/g, '"<now>"'));
}
