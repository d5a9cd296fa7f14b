import { GravenError } from "../base/errors.ts";
import type { Json } from "../base/json.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { FixturePlan } from "../fixtures/types.ts";
import type { Schema, Table } from "../schema/types.ts";
import type { OpenDatabase } from "./database.ts";

/** How many rows each table holds beside its required ones. */
export async function countStanding({ connection, dialect }: OpenDatabase, schema: Schema, tables: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { ownRowsOf } = await import("../fixtures/index.ts");
  const standing = new Map<string, number>();
  for (const key of tables) {
    const [row] = await connection.query(`SELECT count(*) AS number FROM ${ownRowsOf(dialect, schema, key)} WHERE NOT ${requiredCondition(dialect, schema, key)}`);
    standing.set(key, Number(row?.["number"]));
  }
  return standing;
}

/** A condition that is true for required rows and false for all others, never unknown. */
export function requiredCondition(dialect: Dialect, schema: Schema, key: string): string {
  const table = schema.tables[key]!;
  const rows = schema.requiredRows[key]?.rows ?? [];
  if (!rows.length) return "(1 = 0)";
  return `(CASE WHEN ${rows.map((row) => rowCondition(dialect, table, row)).join(" OR ")} THEN 1 ELSE 0 END = 1)`;
}

/** A row is told by a key whose values it gives; else by all that it gives. */
function rowCondition({ quote, literal }: Dialect, table: Table, row: Readonly<Record<string, Json>>): string {
  const isPlain = (name: string) => name in row && (typeof row[name] !== "object" || row[name] === null);
  const keys = [...(table.primaryKey ? [table.primaryKey.columns] : []), ...table.uniques.map(({ columns }) => columns), ...table.indexes.filter(({ unique, where }) => unique && !where).map(({ parts }) => parts.map((part) => ("column" in part ? part.column : "\0")))];
  const names = keys.find((columns) => columns.every(isPlain)) ?? Object.keys(row).filter(isPlain);
  const tests = names.map((name) => (row[name] === null ? `${quote(name)} IS NULL` : `${quote(name)} = ${literal(row[name], table.columns.find((column) => column.name === name)?.type)}`));
  return tests.length ? `(${tests.join(" AND ")})` : "(1 = 0)";
}

/**
 * Statements that delete the rows of the tables named, children first, save the required ones. Throws FIX-054 where rows of
 * another table refer to them, as those would go as well or forbid it.
 */
export async function deletions({ connection, dialect }: OpenDatabase, { schema, tables }: FixturePlan, named: readonly string[]): Promise<string[]> {
  const { quote, tableName } = dialect;
  const { ownRowsOf } = await import("../fixtures/index.ts");
  for (const [key, table] of Object.entries(schema.tables)) {
    if (named.includes(key)) continue;
    for (const { columns, references } of table.foreignKeys) {
      if (!named.includes(references.table)) continue;
      const join = columns.map((name, at) => `child.${quote(name)} = ${tableName(references.table)}.${quote(references.columns[at]!)}`).join(" AND ");
      const [row] = await connection.query(`SELECT count(*) AS number FROM ${tableName(references.table)} WHERE NOT ${requiredCondition(dialect, schema, references.table)} AND EXISTS (SELECT 1 FROM ${tableName(key)} child WHERE ${join})`);
      if (Number(row?.["number"]) > 0) throw new GravenError("FIX-054", `Rows of "${key}" refer to rows of "${references.table}" that --truncate would delete.`, { hint: `Name "${key}" as well, or delete its rows by hand.` });
    }
  }
  const order = tables.filter(({ key }) => named.includes(key));
  // Links of a circle, and of a table to itself, would forbid the deletion of one before the other.
  const links = order.flatMap(({ key, table, foreignKeys }) => foreignKeys.filter(({ mode }) => mode === "update" || mode === "self").flatMap(({ foreignKey }) => {
    const nullable = foreignKey.columns.filter((name) => table.columns.some((column) => column.name === name && column.nullable));
    return nullable.length ? [`UPDATE ${ownRowsOf(dialect, schema, key)} SET ${nullable.map((name) => `${quote(name)} = NULL`).join(", ")} WHERE NOT ${requiredCondition(dialect, schema, key)}`] : [];
  }));
  return [...links, ...order.toReversed().map(({ key }) => `DELETE FROM ${ownRowsOf(dialect, schema, key)} WHERE NOT ${requiredCondition(dialect, schema, key)}`)];
}
