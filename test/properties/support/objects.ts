import type { Dialect } from "../../../src/dialects/dialect.ts";
import { applyOperations } from "../../../src/operations/apply.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { objectKey } from "../../../src/schema/object-key.ts";
import type { DatabaseObject, Schema, Table } from "../../../src/schema/types.ts";
import type { DialectName } from "../../../src/dialects/index.ts";
import { comment } from "./schemas.ts";
import type { Choices } from "./entropy.ts";

/** An object, and the columns that it reads of a table. */
interface Placed {
  readonly slot: number;
  readonly kind: Kind;
  readonly object: DatabaseObject;
  readonly table?: string;
  readonly columns: readonly string[];
}

type Kind = "view" | "materializedView" | "trigger" | "sequence" | "function" | "domain" | "compositeType" | "policy" | "statistics" | "event" | "procedure";

const kinds: Readonly<Record<"postgres" | "sqlite" | "mariadb", readonly Kind[]>> = {
  postgres: ["view", "view", "materializedView", "trigger", "sequence", "function", "procedure", "domain", "compositeType", "policy", "statistics"],
  sqlite: ["view", "view", "trigger"],
  mariadb: ["view", "view", "trigger", "sequence", "function", "procedure", "event"],
};

const indexable = new Set(["integer", "varchar", "smallint", "bigint", "numeric", "date", "uuid", "text"]);

interface Making {
  readonly dialect: Dialect;
  readonly schema: Schema;
  readonly choices: Choices;
}

/** Objects over the tables of two schemas: some stay, some change, some come and some go. */
export function withObjects(dialect: Dialect, before: Schema, after: Schema, renames: readonly Operation[], choices: Choices): { readonly before: Schema; readonly after: Schema } {
  const first = made({ dialect, schema: before, choices }, 0, choices.number(5));
  const start = holding(before, first);
  const renamed = applyOperations(start, renames);
  const carried = first.map((placed) => ({ ...followed(placed, renames), object: renamed.objects[objectKey(followedObject(placed, renames))] ?? placed.object }));
  const kept = carried.flatMap((placed): Placed[] => {
    if (choices.chance(20)) return [];
    if (choices.chance(40)) return changed(placed, { dialect, schema: after, choices });
    return stands(placed, after) ? [placed] : [];
  });
  const come = made({ dialect, schema: after, choices }, 10, choices.number(3));
  return { before: start, after: holding(after, [...kept, ...come]) };
}

function holding(schema: Schema, placed: readonly Placed[]): Schema {
  return { ...schema, objects: Object.fromEntries(placed.flatMap(({ object }) => withFunction(object)).map((object) => [objectKey(object), object])) };
}

/** A trigger of PostgreSQL brings the function that it calls. */
function withFunction(object: DatabaseObject): DatabaseObject[] {
  if (object.kind !== "trigger" || object.execute === undefined) return [object];
  return [{ kind: "function", name: "touch", parameters: [], returns: "trigger", language: "plpgsql", body: "BEGIN RETURN NEW; END" }, object];
}

function made(making: Making, from: number, count: number): Placed[] {
  return Array.from({ length: count }, (_, at) => makeOne(making.choices.pick(kinds[making.dialect.name as "postgres"]), from + at, making)).flatMap((placed) => placed ?? []);
}

function changed(placed: Placed, making: Making): Placed[] {
  const next = makeOne(placed.kind, placed.slot, making);
  return next ? [next] : [];
}

function stands({ table, columns }: Placed, schema: Schema): boolean {
  if (table === undefined) return true;
  const found = schema.tables[table];
  return found !== undefined && columns.every((name) => found.columns.some((column) => column.name === name));
}

function followed(placed: Placed, renames: readonly Operation[]): Placed {
  return renames.reduce<Placed>((each, operation) => {
    if (operation.kind === "renameTable" && each.table === operation.from) return { ...each, table: operation.to };
    if (operation.kind === "renameColumn" && each.table === operation.table) return { ...each, columns: each.columns.map((name) => (name === operation.from ? operation.to : name)) };
    return each;
  }, placed);
}

function followedObject(placed: Placed, renames: readonly Operation[]): DatabaseObject {
  const { table } = followed(placed, renames);
  return "table" in placed.object && table !== undefined ? { ...placed.object, table } : placed.object;
}

function makeOne(kind: Kind, slot: number, { dialect, schema, choices }: Making): Placed | undefined {
  const name = `${kind.toLowerCase()}_${slot}`;
  const words = choices.chance(20) && speaks(dialect.name, kind) ? { comment: comment(choices) } : {};
  const plain = (object: object): Placed => ({ slot, kind, columns: [], object: { name, ...object, ...words } as unknown as DatabaseObject });
  switch (kind) {
    case "sequence":
      return plain({ kind, start: 1 + choices.number(3), ...(choices.chance(40) && { increment: 2 + choices.number(2) }), ...(choices.chance(30) && { maxValue: 900 + choices.number(3) }), ...(choices.chance(20) && { cycle: true }) });
    case "function":
      return plain({ kind, parameters: [{ name: "a", type: "integer" }], returns: choices.pick(["integer", "bigint"]), ...(dialect.name === "postgres" ? { language: "sql", body: `SELECT a + ${choices.number(3)}`, ...(choices.chance(30) && { volatility: "immutable" }) } : { body: `RETURN a + ${choices.number(3)}`, deterministic: true }) });
    case "procedure":
      return plain({ kind, parameters: [{ name: "a", type: "integer" }], ...(dialect.name === "postgres" ? { language: "sql", body: `SELECT a + ${choices.number(3)}` } : { body: `SET @a = a + ${choices.number(3)}` }) });
    case "domain":
      return plain({ kind, type: choices.pick([{ kind: "integer" }, { kind: "bigint" }] as const), ...(choices.chance(40) && { notNull: true }), ...(choices.chance(50) && { checks: [{ name: `${name}_check`, sql: `VALUE > ${choices.number(3)}` }] }) });
    case "compositeType":
      return plain({ kind, attributes: choices.some(["a", "b", "c"], 3).map((each) => ({ name: each, type: choices.pick([{ kind: "integer" }, { kind: "text" }] as const) })) });
    case "event":
      return plain({ kind, schedule: `EVERY ${1 + choices.number(3)} DAY STARTS '2030-01-01 00:00:00'`, body: `SET @e = ${choices.number(3)}`, ...(choices.chance(30) && { status: "disabled" }) });
    default:
      return onTable(kind, slot, name, words, { dialect, schema, choices });
  }
}

function onTable(kind: Kind, slot: number, name: string, words: object, { dialect, schema, choices }: Making): Placed | undefined {
  const keys = Object.keys(schema.tables);
  if (!keys.length) return undefined;
  const key = choices.pick(keys);
  const table = schema.tables[key]!;
  const able = kind === "statistics" ? table.columns.filter(({ type, generated }) => indexable.has(type.kind) && !generated) : table.columns;
  if (able.length < (kind === "statistics" ? 2 : 1)) return undefined;
  const columns = choices.some(able, kind === "view" || kind === "materializedView" ? 3 : 2).map((column) => column.name);
  const placed = (object: object, read = columns): Placed => ({ slot, kind, table: key, columns: read, object: { kind, name, ...object, ...words } as unknown as DatabaseObject });
  const quoted = dialect.quote(columns[0]!);
  switch (kind) {
    case "view":
    case "materializedView":
      return placed({ query: query(dialect, key, columns, choices) });
    case "policy":
      return placed({ table: key, using: `${quoted} IS NOT NULL`, ...(choices.chance(40) && { command: choices.pick(["select", "delete"] as const) }) }, [columns[0]!]);
    case "statistics": {
      const two = able.slice(0, 2).map((column) => column.name);
      return placed({ table: key, on: two.map((each) => dialect.quote(each)), ...(choices.chance(40) && { kinds: ["ndistinct"] }) }, two);
    }
    default:
      return placed({ ...triggerOf(dialect, key, table, columns[0]!, choices), table: key }, [columns[0]!]);
  }
}

/** Output columns have names of their own, as a database keeps them when a column below is renamed. */
function query(dialect: Dialect, key: string, columns: readonly string[], choices: Choices): string {
  const list = columns.map((column, at) => `x.${dialect.quote(column)} AS o${at}`).join(", ");
  return `SELECT ${list} FROM ${dialect.tableName(key)} x${choices.chance(40) ? ` WHERE x.${dialect.quote(columns[0]!)} IS NOT NULL` : ""}`;
}

function triggerOf(dialect: Dialect, key: string, table: Table, column: string, choices: Choices): object {
  const timing = choices.pick(["before", "after"] as const);
  const event = choices.pick(["insert", "update"] as const);
  const quoted = dialect.quote(column);
  if (dialect.name === "postgres") return { timing, events: [event === "update" && !table.columns.some((each) => each.name === column && each.generated) ? { event, columns: [column] } : { event }], execute: "touch()", ...(choices.chance(30) && timing === "after" && { when: `NEW.${quoted} IS NULL` }) };
  if (dialect.name === "sqlite") return { timing, events: [{ event }], ...(choices.chance(40) && { when: `NEW.${quoted} IS NULL` }), body: `DELETE FROM ${dialect.tableName(key)} WHERE ${quoted} IS NULL AND 1 = 0;` };
  return { timing, events: [{ event }], body: `SET @seen = ${choices.number(3)}` };
}

/** Whether a kind carries a comment. */
function speaks(dialect: DialectName, kind: Kind): boolean {
  return dialect === "postgres" || (dialect === "mariadb" && ["function", "procedure", "event"].includes(kind));
}
