import * as fc from "fast-check";
import type { Dialect } from "../../../src/dialects/dialect.ts";
import { diffSchemas } from "../../../src/diff/index.ts";
import { neverRename } from "../../../src/diff/rename-questions.ts";
import { findRenames } from "../../../src/diff/renames.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { keyOf } from "../../../src/schema/key.ts";
import type { Schema, Table } from "../../../src/schema/types.ts";
import { valueOf, type Engine } from "./engines.ts";
import { edited, type Edited } from "./edits.ts";
import { Choices, entropy } from "./entropy.ts";
import { withObjects } from "./objects.ts";
import { startWorld } from "./schemas.ts";

/** Two schemas of one project, one after the other. */
export interface Pair extends Edited {
  readonly before: Schema;
}

/** Runs are counted for a quick test; GRAVEN_RUNS multiplies them. */
export function runs(count: number): number {
  return Math.max(1, Math.round(count * Number(process.env["GRAVEN_RUNS"] ?? 1)));
}

/** Pairs that the dialect has no objection to. */
export function pairs(engine: Engine, dialect: Dialect, withRows: boolean): fc.Arbitrary<Pair> {
  return fc
    .record({
      enums: fc.array(entropy(8), { maxLength: 2 }),
      tables: fc.array(entropy(60), { maxLength: 5 }),
      edits: fc.array(entropy(40), { maxLength: 8 }),
      renames: fc.array(entropy(8), { maxLength: 3 }),
      objects: entropy(80),
    })
    .map(({ enums, tables, edits, renames, objects }) => {
      const start = startWorld(engine, enums, tables);
      const before = start.schema;
      const edit = edited(start, dialect, edits, renames, withRows);
      return { ...edit, ...withObjects(dialect, before, edit.after, edit.renames, new Choices(objects)) };
    })
    .filter(({ before, after }) => dialect.refuse(before).length === 0 && dialect.refuse(after).length === 0);
}

/** The operations that lead from one to the other, as the command finds them. */
export async function operationsOf({ before, after, answers, backfills }: Pair, dialect: Dialect): Promise<readonly Operation[]> {
  const renamed = await findRenames(before, after, { comparison: dialect, derivedNames: new Set(), answers, drops: new Set(), ask: neverRename });
  return [...renamed.operations, ...diffSchemas(renamed.before, after, { comparison: dialect, backfills })];
}

/** Statements that put three rows into a table. Row 1 points at row 1 wherever it points. */
export function rowsFor(dialect: Dialect, table: Table): readonly string[] {
  const written = table.columns.filter(({ generated }) => !generated);
  const names = written.map(({ name }) => dialect.quote(name)).join(", ");
  const override = written.some(({ identity }) => identity?.generation === "always") ? " OVERRIDING SYSTEM VALUE" : "";
  const rows = [1, 2, 3].map((row) => `(${written.map(({ type }) => dialect.literal(plain(valueOf(type, row), type.kind), type)).join(", ")})`);
  return [`INSERT INTO ${dialect.tableName(keyOf(table))} (${names})${override} VALUES ${rows.join(", ")}`];
}

const plain = (value: ReturnType<typeof valueOf>, kind: string): unknown => (kind === "array" ? [Number(String(value).slice(1, -1))] : kind === "json" || kind === "jsonb" ? JSON.parse(String(value)) : value);
