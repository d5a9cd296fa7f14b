import type { ColumnType, Default, Schema, Table } from "../schema/types.ts";
import type { Dialect } from "../dialects/dialect.ts";

/**
 * A schema whose defaults are what an author would write: the value `false` for the SQL `false`, `""` for `''::character varying`,
 * `defaultNow()` for `now()`. A default that the database would not take for the same stays the SQL that it was.
 */
export function plainDefaults(schema: Schema, { sameDefault }: Pick<Dialect, "sameDefault">): Schema {
  const plain = (given: Default, type: ColumnType) => {
    const meant = valueOf[type.kind]?.("sql" in given ? given.sql : String(given.value));
    return meant !== undefined && sameDefault(meant, given, type) ? meant : given;
  };
  const withPlain = (table: Table): Table => ({ ...table, columns: table.columns.map((column) => (column.default ? { ...column, default: plain(column.default, column.type) } : column)) });
  return { ...schema, tables: Object.fromEntries(Object.entries(schema.tables).map(([key, table]) => [key, withPlain(table)])) };
}

const now = (keyword: string) => (): Default => ({ sql: keyword });
const text = (sql: string) => asValue(quoted(sql));
const number = (sql: string) => {
  const digits = quoted(sql) ?? sql;
  return asValue(String(Number(digits)) === digits && Number.isFinite(Number(digits)) ? Number(digits) : undefined);
};

/** What an author may have meant by an expression, as a value that a builder of the type takes. */
const valueOf: { readonly [K in ColumnType["kind"]]?: (sql: string) => Default | undefined } = {
  boolean: (sql) => asValue(/^\W*(true|1)\b/i.test(sql) ? true : /^\W*(false|0)\b/i.test(sql) ? false : undefined),
  smallint: number,
  integer: number,
  bigint: number,
  numeric: (sql) => number(sql) ?? text(sql),
  real: number,
  double: number,
  char: text,
  varchar: text,
  text,
  enum: text,
  array: (sql) => (quoted(sql) === "{}" ? { value: "[]" } : undefined),
  date: now("CURRENT_DATE"),
  timestamp: now("CURRENT_TIMESTAMP"),
  timestamptz: now("CURRENT_TIMESTAMP"),
};

/** What stands between the quotes, where the expression is one quoted text and at most a cast. */
function quoted(sql: string): string | undefined {
  return /^'((?:[^'\\]|'')*)'(?:::[\w\s."[\]()]+)?$/.exec(sql.trim())?.[1]?.replaceAll("''", "'");
}

function asValue(value: string | number | boolean | undefined): Default | undefined {
  return value === undefined ? undefined : { value };
}
