import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findChanges, type Answers } from "../../src/commands/autogenerate.ts";
import type { Dialect, DialectName } from "../../src/dialects/dialect.ts";
import { neverRename } from "../../src/diff/rename-questions.ts";
import type { ReadSchema } from "../../src/models/build.ts";
import type { Operation } from "../../src/operations/index.ts";
import { readModels } from "../../src/readers/models/read-models.ts";
import type { DatabaseKind } from "./databases.ts";

/** A case as a folder holds it: models before and after, answers, rows that stand before. */
export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly load: (dialect: Dialect) => Promise<LoadedCase>;
  readonly options: CaseOptions;
}

/** What `case.ts` in a folder may export. */
export interface CaseOptions {
  readonly answers?: Answers;
  /** SQL statements that put rows into the tables before the upgrade. */
  readonly rows?: readonly string[];
  /** Why the case does not apply to a database. */
  readonly skip?: Partial<Record<DatabaseKind | "mysql", string>>;
  /** The models say the same in other words: there is no operation. */
  readonly unchanged?: true;
  /** The counts of these tables must be the same after the upgrade (default: every table that stays). */
  readonly keeps?: readonly string[];
}

/** Why a case does not apply to a dialect; MySQL follows MariaDB where nothing else is said. */
export function skipOf({ skip }: CaseOptions, name: DialectName): string | undefined {
  return skip?.[name] ?? (name === "mysql" ? skip?.mariadb : undefined);
}

export interface LoadedCase {
  readonly before: ReadSchema;
  readonly after: ReadSchema;
  readonly operations: readonly Operation[];
}

const folder = fileURLToPath(new URL("../cases/", import.meta.url));

/** Every folder of `test/cases`, in order. */
export async function allCases(): Promise<readonly Case[]> {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "after.ts"))).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const options = existsSync(join(path, "case.ts")) ? ((await import(/* @vite-ignore */ pathToFileURL(join(path, "case.ts")).href)) as { default: CaseOptions }).default : {};
      return { name, folder: path, options, load: (dialect: Dialect) => loadCase(path, options, dialect) };
    }),
  );
}

async function loadCase(path: string, options: CaseOptions, dialect: Dialect): Promise<LoadedCase> {
  const read = async (file: string): Promise<ReadSchema> => {
    const load = (each: string) => import(/* @vite-ignore */ pathToFileURL(each).href) as Promise<Record<string, unknown>>;
    if (!existsSync(join(path, file))) return { schema: { namespaces: {}, enums: {}, tables: {}, requiredRows: {}, objects: {} }, places: new Map(), derivedNames: new Set(), renames: [], rowOptions: new Map() };
    return readModels([join(path, file)], load, dialect.naming);
  };
  const [before, after] = [await read("before.ts"), await read("after.ts")];
  const { operations } = await findChanges(before.schema, after, dialect, options.answers ?? {}, { rename: neverRename, backfill: async () => undefined });
  return { before, after, operations };
}
