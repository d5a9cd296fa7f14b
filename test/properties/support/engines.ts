import type { DialectName } from "../../../src/dialects/index.ts";
import type { ColumnType } from "../../../src/schema/types.ts";

/** What of a schema makes sense on a database, as far as `refuse` does not say it. */
export interface Engine {
  readonly dialect: DialectName;
  readonly types: readonly ColumnType[];
  /** Types that may stand in a primary key, a unique constraint or a foreign key. */
  readonly keys: readonly ColumnType["kind"][];
  readonly virtual: readonly ("stored" | "virtual")[];
  readonly partial: boolean;
  readonly expressions: boolean;
  readonly namespaces: boolean;
  readonly identity: boolean;
  readonly deferrable: boolean;
  readonly include: boolean;
  /** How a name is quoted in an author's expression. */
  readonly collations: readonly string[];
}

const portable: readonly ColumnType[] = [
  { kind: "integer" },
  { kind: "varchar", length: 40 },
  { kind: "smallint" },
  { kind: "bigint" },
  { kind: "numeric", precision: 10, scale: 2 },
  { kind: "text" },
  { kind: "boolean" },
  { kind: "real" },
  { kind: "double" },
  { kind: "char", length: 36 },
  { kind: "varchar", length: 80 },
  { kind: "date" },
  { kind: "time" },
  { kind: "timestamp" },
  { kind: "timestamp", precision: 3 },
  { kind: "timestamptz" },
  { kind: "uuid" },
  { kind: "json" },
  { kind: "jsonb" },
  { kind: "binary" },
];

const keys: readonly ColumnType["kind"][] = ["integer", "varchar", "smallint", "bigint", "numeric", "date", "uuid", "enum", "char"];

export const engines: Readonly<Record<"sqlite" | "postgres" | "mariadb", Engine>> = {
  sqlite: { dialect: "sqlite", types: portable, keys: [...keys, "text"], virtual: ["stored", "virtual"], partial: true, expressions: true, namespaces: false, identity: false, deferrable: false, include: false, collations: ["NOCASE", "RTRIM"] },
  postgres: {
    dialect: "postgres",
    types: [...portable, { kind: "interval" }, { kind: "varchar" }, { kind: "numeric" }, { kind: "array", element: { kind: "integer" } }, { kind: "array", element: { kind: "text" } }, { kind: "sql", sql: "inet" }],
    keys: [...keys, "text"],
    virtual: ["stored"],
    partial: true,
    expressions: true,
    namespaces: true,
    identity: true,
    deferrable: true,
    include: true,
    collations: ["C", "POSIX"],
  },
  mariadb: { dialect: "mariadb", types: [...portable, { kind: "binary", length: 20 }], keys, virtual: ["stored", "virtual"], partial: false, expressions: false, namespaces: false, identity: false, deferrable: false, include: false, collations: ["utf8mb4_bin", "utf8mb4_general_ci"] },
};

export type Family = "number" | "text" | "boolean" | "date" | "time" | "uuid" | "json" | "binary" | "interval" | "enum" | "array" | "inet";

const families: { readonly [K in ColumnType["kind"]]: Family } = {
  smallint: "number",
  integer: "number",
  bigint: "number",
  numeric: "number",
  real: "number",
  double: "number",
  boolean: "boolean",
  char: "text",
  varchar: "text",
  text: "text",
  date: "date",
  timestamp: "date",
  timestamptz: "date",
  time: "time",
  interval: "interval",
  uuid: "uuid",
  json: "json",
  jsonb: "json",
  binary: "binary",
  enum: "enum",
  array: "array",
  sql: "inet",
};

export const familyOf = (type: ColumnType): Family => families[type.kind];

/** The families whose every value of ours, from row 1, 2 or 3, turns into a value of the other one. */
const conversions: Readonly<Record<Family, readonly Family[]>> = {
  number: ["number", "number", "text"],
  text: ["text", "text", "number"],
  boolean: ["number"],
  date: ["date"],
  time: ["time"],
  uuid: ["text"],
  json: ["json", "text"],
  binary: [],
  interval: ["text"],
  enum: ["text"],
  array: [],
  inet: [],
};

export function convertible(from: ColumnType, engine: Engine): readonly ColumnType[] {
  const wanted = conversions[familyOf(from)];
  return engine.types.filter((type) => wanted.includes(familyOf(type)) && JSON.stringify(type) !== JSON.stringify(from));
}

/** What row `row` (1, 2, 3) holds in a column of a type, as a value that the dialect has a literal for. Every row differs, save for booleans. */
export function valueOf(type: ColumnType, row: number): string | number | boolean | null {
  switch (familyOf(type)) {
    case "number":
      return row;
    case "boolean":
      return row % 2 === 1;
    case "date":
      return type.kind === "date" ? `2020-01-0${row}` : `2020-01-0${row} 00:00:00`;
    case "time":
      return `0${row}:00:00`;
    case "uuid":
      return `00000000-0000-0000-0000-00000000000${row}`;
    case "json":
      return `{"n": ${row}}`;
    case "binary":
      return `\\x0${row}`;
    case "interval":
      return `0${row}:00:00`;
    case "array":
      return `{${row}}`;
    case "inet":
      return `10.0.0.${row}`;
    default:
      // Every enum of ours keeps the labels 1, 2 and 3.
      return String(row);
  }
}
