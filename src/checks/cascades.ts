import type { Statement } from "../dialects/ansi/statement.ts";
import { keyLike } from "../dialects/ansi/schema-lookup.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { splitKey } from "../schema/key.ts";
import type { ForeignKey, ReferentialAction, Schema } from "../schema/types.ts";
import { rowsText, type Question } from "./questions.ts";
import type { RowsTaken } from "./rows-taken.ts";

/** Foreign keys that are followed no further: who goes so far has read enough. */
const DEPTH = 4;

type Writer = Pick<Dialect, "quote" | "tableName">;

/**
 * What foreign keys make of the rows that point at those which a statement deletes, or whose key it changes, and of those that point at
 * them in turn: each table is asked how many. `isTouched` tells the tables that the revision writes before, of which the rows that stand
 * tell nothing.
 */
export function reachOf(taken: RowsTaken, schema: Schema, { quote, tableName }: Writer, isTouched: (table: string) => boolean): readonly Question[] {
  const found: Question[] = [];
  const before = taken.with === undefined ? "" : `${taken.with} `;
  const follow = (parent: string, at: { readonly alias: string; readonly from: string; readonly held?: string | undefined }, changed: readonly string[] | undefined, path: readonly string[]) => {
    if (path.length > DEPTH) return;
    for (const [child, foreignKey] of pointingAt(parent, schema)) {
      const { columns, references } = foreignKey;
      const isMeant = changed === undefined || references.columns.some((column) => changed.some((each) => each.toLowerCase() === column.toLowerCase()));
      if (!isMeant || path.includes(child) || isTouched(child)) continue;
      const own = `graven_${path.length}`;
      const meets = columns.map((column, place) => `${at.alias}.${quote(references.columns[place]!)} = ${own}.${quote(column)}`);
      const within = `EXISTS (SELECT 1 FROM ${at.from} WHERE ${[...meets, ...(at.held === undefined ? [] : [`(${at.held})`])].join(" AND ")})`;
      const action = changed === undefined ? foreignKey.onDelete : foreignKey.onUpdate;
      found.push((changed === undefined ? deletedQuestion : changedQuestion)(child, parent, action, `${before}SELECT count(*) AS n FROM ${tableName(child)} ${own} WHERE ${within}`));
      if (action === "cascade") follow(child, { alias: own, from: `${tableName(child)} ${own}`, held: within }, changed && columns, [...path, child]);
    }
  };
  const table = keyLike(schema, taken.table);
  follow(table, { alias: taken.alias, from: taken.from, held: taken.condition }, taken.columns, [table]);
  return found;
}

function pointingAt(parent: string, { tables }: Schema): (readonly [child: string, foreignKey: ForeignKey])[] {
  return Object.entries(tables).flatMap(([child, { foreignKeys }]) => foreignKeys.filter(({ references }) => references.table === parent).map((each) => [child, each] as const));
}

function deletedQuestion(child: string, parent: string, onDelete: ReferentialAction | undefined, sql: string): Question {
  const goes = onDelete === "cascade";
  const refuses = onDelete === undefined || onDelete === "restrict";
  const say = (n: number) => {
    const some = pointing(n, child, `the rows of "${parent}" that are deleted`);
    const they = n < 2 ? "is" : "are";
    return goes ? `${some}, and ${they} deleted with them` : refuses ? `${some}, which makes it fail` : `${some}, and ${n < 2 ? "loses" : "lose"} that`;
  };
  return { codes: refuses ? [] : ["required-rows-edited"], table: child, sql, say, settles: false, means: refuses ? "fails" : "reaches" };
}

/** Whether the value will be another one is not known, so that nothing is said to fail. */
function changedQuestion(child: string, parent: string, onUpdate: ReferentialAction | undefined, sql: string): Question {
  const say = (n: number) => {
    const some = pointing(n, child, `the rows of "${parent}" whose key is written`);
    if (onUpdate === "cascade") return `${some}, and ${n < 2 ? "is" : "are"} written with them`;
    return onUpdate === undefined || onUpdate === "restrict" ? `${some}, which makes it fail where the key becomes another` : `${some}, and ${n < 2 ? "loses" : "lose"} that where the key becomes another`;
  };
  return { codes: ["required-rows-edited"], table: child, sql, say, settles: false, means: "reaches" };
}

function pointing(n: number, child: string, at: string): string {
  return `${rowsText(n)} of "${child}" point${n < 2 ? "s" : ""} at ${at}`;
}

/** What CASCADE takes along with an object: values of other tables, their keys, their rows. */
export function reachOfCascade(statement: Statement, schema: Schema, { quote, tableName }: Writer): readonly Question[] {
  const key = (table: string) => keyLike(schema, table);
  const question = (code: string, table: string, say: (n: number) => string, where?: string): Question => ({ codes: [code], table, sql: `SELECT count(*) AS n FROM ${tableName(table)}${where === undefined ? "" : ` WHERE ${where}`}`, say, settles: false, means: "reaches" });
  const keysAt = (parent: string, columns?: readonly string[]) =>
    pointingAt(parent, schema).filter(([child, { references }]) => child !== parent && (columns === undefined || columns.some((column) => references.columns.includes(column)))).map(([child, { name, columns: own }]) =>
      question("drop-cascade", child, (n) => `${pointing(n, child, `"${parent}"`)} by foreign key "${name}", which goes along`, own.map((column) => `${quote(column)} IS NOT NULL`).join(" AND ")),
    );
  if (statement.kind === "truncate" && statement.cascade) {
    const named = statement.tables.map(key);
    return emptiedWith(named, schema).map((table) => question("truncate", table, (n) => `"${table}" holds ${rowsText(n)}, and is emptied as well`));
  }
  if (statement.kind === "dropTable" && statement.cascade) return statement.tables.map(key).flatMap((table) => keysAt(table).filter(({ table: child }) => !statement.tables.map(key).includes(child)));
  if (statement.kind === "drop" && statement.cascade && statement.noun === "schema") return Object.keys(schema.tables).filter((table) => splitKey(table).schema === statement.name).map((table) => question("drop-cascade", table, (n) => `"${table}" holds ${rowsText(n)}, and goes along`));
  if (statement.kind === "drop" && statement.cascade && statement.noun === "type") return columnsOfEnum(statement.name, schema).map(([table, column]) => question("drop-cascade", table, (n) => `${rowsText(n)} of "${table}" hold${n < 2 ? "s" : ""} a value in "${column}", which goes along`, `${quote(column)} IS NOT NULL`));
  if (statement.kind !== "alterTable") return [];
  const table = key(statement.table);
  return statement.actions.flatMap((action) => {
    if (action.kind === "dropColumn" && action.cascade) return keysAt(table, [action.column]);
    if (action.kind !== "dropConstraint" || !action.cascade) return [];
    const owner = schema.tables[table];
    const constraint = [...(owner?.primaryKey ? [owner.primaryKey] : []), ...(owner?.uniques ?? [])].find(({ name }) => name === action.name);
    return constraint ? keysAt(table, constraint.columns) : [];
  });
}

/** TRUNCATE … CASCADE asks no foreign key what it says of deletes. */
function emptiedWith(tables: readonly string[], schema: Schema): string[] {
  const found = new Set(tables);
  for (const table of found) for (const [child] of pointingAt(table, schema)) found.add(child);
  return [...found].filter((table) => !tables.includes(table));
}

function columnsOfEnum(name: string, { tables }: Schema): (readonly [table: string, column: string])[] {
  return Object.entries(tables).flatMap(([table, { columns }]) => columns.filter(({ type }) => type.kind === "enum" && type.name === name).map((column) => [table, column.name] as const));
}
