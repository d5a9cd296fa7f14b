import * as fc from "fast-check";
import type { Check, Column, ColumnType, Default, EnumType, ForeignKey, Identity, Index, IndexPart, Schema, Table, Unique } from "../../../src/schema/types.ts";

/** Names as databases allow them: plain ones, words of the language, and anything else. Few enough bytes for every limit. */
export const name = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z][a-z_]{0,12}$/) },
  { weight: 2, arbitrary: fc.constantFrom("table", "index", "date", "default", "class", "op", "t", "revision", "Order", "user name", "größe", "1", "42", "__proto__", "constructor", "a.b", 'say "x"', "it's", "`tick`", "${x}", "back\\slash") },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 8 }) },
);

/** Text with everything that has a meaning in JavaScript or SQL. */
export const text = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: fc.constantFrom("`", "${", "}", "\\", "\n", "\r", "'", '"', "\u2028", "\u0000", "*/", "\ud800", "é", "😀", "a"), maxLength: 6 }));

export const enums: Schema["enums"] = {
  mood: { name: "mood", labels: ["sad", "it's ok", "`"] },
  "cal.date": { name: "date", schema: "cal", labels: ["x"] },
} satisfies Record<string, EnumType>;

const size = fc.integer({ min: 1, max: 300 });
const options = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<T>>;

const { type } = fc.letrec<{ type: ColumnType }>((tie) => ({
  type: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom("smallint", "integer", "bigint", "real", "double", "boolean", "text", "date", "interval", "uuid", "json", "jsonb").map((kind) => ({ kind }) as ColumnType) },
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom("char", "varchar", "binary"), options({ length: size })).map(([kind, more]) => ({ kind, ...more }) as ColumnType) },
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom("time", "timestamp", "timestamptz"), options({ precision: fc.integer({ min: 0, max: 6 }) })).map(([kind, more]) => ({ kind, ...more }) as ColumnType) },
    { weight: 2, arbitrary: options({ precision: size, scale: size }).map((more) => ({ kind: "numeric", ...more }) as ColumnType) },
    { weight: 2, arbitrary: fc.constantFrom(...Object.keys(enums)).map((key): ColumnType => ({ kind: "enum", name: key })) },
    { weight: 1, arbitrary: text.map((sql): ColumnType => ({ kind: "sql", sql })) },
    { weight: 2, arbitrary: tie("type").map((element): ColumnType => ({ kind: "array", element })) },
  ),
}));

export const columnType = type;

const columnDefault: fc.Arbitrary<Default> = fc.oneof(
  fc.oneof(text, fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0), fc.constantFrom("\\x00ff", "[1,2]", '["sad"]', "NaN", "sad", "12")).map((value) => ({ value })),
  fc.oneof(text, fc.constantFrom("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "NULL", "now()")).map((sql) => ({ sql })),
);

const identity = fc.record<Identity>(
  { generation: fc.constantFrom("always", "byDefault"), start: fc.integer(), increment: fc.integer(), minValue: fc.integer(), maxValue: fc.integer(), cache: fc.integer(), cycle: fc.constant(true as const) },
  { requiredKeys: ["generation"] },
) as fc.Arbitrary<Identity>;

/** A column that a builder can say. */
export function column(columnName: string): fc.Arbitrary<Column> {
  return fc
    .record(
      { type, nullable: fc.boolean(), default: columnDefault, identity, autoIncrement: fc.constant(true as const), generated: fc.record({ sql: text, storage: fc.constantFrom("stored", "virtual") }), collation: text, comment: text },
      { requiredKeys: ["type", "nullable"] },
    )
    .map((more) => ({ name: columnName, ...more, nullable: more.nullable && !more.identity && !more.autoIncrement }) as Column);
}

const deferrable = fc.constantFrom("initially immediate" as const, "initially deferred" as const);
const action = fc.constantFrom("cascade" as const, "restrict" as const, "set null" as const, "set default" as const);

/** A table in any state that PostgreSQL allows, and its indexes and constraints with all their options. */
export const table: fc.Arbitrary<Table> = fc
  .tuple(name, fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), options({ schema: fc.constantFrom("cal", "other"), comment: text }))
  .chain(([tableName, columnNames, more]) => {
    const some = fc.shuffledSubarray(columnNames, { minLength: 1, maxLength: Math.min(3, columnNames.length) });
    const unnamed = { unique: fc.tuple(some, options({ nullsNotDistinct: fc.constant(true as const), deferrable })), foreignKey: foreignKey(some), check: text, index: index(columnNames, some) };
    return fc
      .record({
        columns: fc.tuple(...columnNames.map(column)),
        primaryKey: fc.option(some, { nil: undefined }),
        uniques: fc.array(unnamed.unique, { maxLength: 3 }),
        foreignKeys: fc.array(unnamed.foreignKey, { maxLength: 3 }),
        checks: fc.array(unnamed.check, { maxLength: 3 }),
        indexes: fc.array(unnamed.index, { maxLength: 3 }),
        names: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      })
      .map(({ columns, primaryKey, uniques, foreignKeys, checks, indexes, names }): Table => {
        const used = new Set<string>();
        const named = (suffix: string, columns: readonly string[]): string => {
          const standard = [tableName, ...(suffix === "pkey" ? [] : columns), suffix].join("_");
          let result = names.next().value! < 0.6 ? standard : `own ${suffix}`;
          while (used.has(result)) result += names.next().value! < 0.5 ? "1" : "x";
          used.add(result);
          return result;
        };
        return {
          name: tableName,
          ...more,
          columns: columns.map((each) => (primaryKey?.includes(each.name) ? { ...each, nullable: false } : each)),
          ...(primaryKey && { primaryKey: { name: named("pkey", primaryKey), columns: primaryKey } }),
          uniques: uniques.map(([on, given]): Unique => ({ name: named("key", on), columns: on, ...given })),
          foreignKeys: foreignKeys.map((given): ForeignKey => ({ name: named("fkey", given.columns), ...given })),
          checks: checks.map((sql, position): Check => ({ name: named("check", position === 0 && columnNames[0] !== undefined ? [columnNames[0]] : []), sql })),
          indexes: indexes.map((given): Index => ({ name: named("idx", given.parts.map((part) => ("column" in part ? part.column : "expr"))), ...given })),
        };
      });
  });

function foreignKey(some: fc.Arbitrary<string[]>): fc.Arbitrary<Omit<ForeignKey, "name">> {
  return fc
    .tuple(some, fc.constantFrom("list_type", "auth.users", "a\\.b"), fc.constantFrom("id", "a.b"), options({ onDelete: action, onUpdate: action, match: fc.constant("full" as const), deferrable }))
    .map(([columns, referred, target, more]) => ({ columns, references: { table: referred, columns: columns.map(() => target) }, ...more }));
}

function index(columnNames: readonly string[], some: fc.Arbitrary<string[]>): fc.Arbitrary<Omit<Index, "name">> {
  const given = options({ order: fc.constant("desc" as const), nulls: fc.constantFrom("first" as const, "last" as const), operatorClass: text, collation: text });
  const part = fc.oneof(fc.constantFrom(...columnNames).map((each) => ({ column: each })), text.map((expression) => ({ expression })));
  const parts = fc.array(fc.tuple(part, given).map(([each, more]) => ({ ...each, ...more }) as IndexPart), { minLength: 1, maxLength: Math.min(3, columnNames.length) });
  return fc.record({ parts, unique: fc.constant(true as const), method: text, include: some, where: text, nullsNotDistinct: fc.constant(true as const) }, { requiredKeys: ["parts"] }) as fc.Arbitrary<Omit<Index, "name">>;
}

/** Values of rows that a revision can hold. */
export const rowValue: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 4 }),
  fc.jsonValue({ maxDepth: 2 }),
);
