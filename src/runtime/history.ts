import type { Dialect } from "../dialects/dialect.ts";
import type { Connection } from "../drivers/connection.ts";
import { keyOf, splitKey } from "../schema/key.ts";
import { emptySchema, type Column, type ColumnType, type Table } from "../schema/types.ts";

/** A row of the history: a revision that is applied, or one that stopped half-way. */
export interface HistoryRow {
  readonly revision: string;
  readonly parents: readonly string[];
  /** Of the revision's file, so that a later edit can be told. */
  readonly checksum: string;
  readonly appliedAt: Date;
  /** What was under way when the row was last written. */
  readonly direction: Direction;
  readonly stepsDone: number;
  readonly stepsTotal: number;
  readonly toolVersion: string;
  /** The steps of the opposite direction that are being taken back, after that one stopped in the middle. */
  readonly takesBack?: number | null;
  /** Why it stopped. A revision that stopped without one was cut off: whether its next step was done, the history cannot say. */
  readonly error?: string | null;
}

export type Direction = "upgrade" | "downgrade";

/** The table that says which revisions a database has, and the SQL to read and write it. */
export interface History {
  readonly key: string;
  readonly table: Table;
  /** The statements that make the table, on a database that does not have it. */
  readonly createStatements: () => readonly string[];
  readonly selectSql: string;
  readonly insertSql: (row: HistoryRow) => string;
  readonly updateSql: (revision: string, change: Partial<Omit<HistoryRow, "revision">>) => string;
  readonly deleteSql: (revision: string) => string;
}

export const defaultHistoryTable = "graven_revisions";

/** Whether a row tells of a revision that stopped before its end. */
export function isHalfApplied(row: HistoryRow): boolean {
  return row.direction === "downgrade" || row.stepsDone < row.stepsTotal || isTakenBack(row);
}

/** Whether a revision that stopped in the middle is being taken back. */
export function isTakenBack({ takesBack }: Pick<HistoryRow, "takesBack">): boolean {
  return takesBack !== null && takesBack !== undefined;
}

/** Whether the database holds the revision, wholly or, while a downgrade is under way, in part. */
export function isApplied(row: HistoryRow): boolean {
  return !isHalfApplied(row) || (row.direction === "downgrade") !== isTakenBack(row);
}

/**
 * The history of a database, as its dialect writes it. `key` names the table, with a schema where it has one (`"audit.revisions"`).
 * @example const rows = await readHistory(connection, historyOf(dialect));
 */
export function historyOf(dialect: Dialect, key: string = defaultHistoryTable): History {
  const table = historyTable(key);
  const types = new Map(table.columns.map((column) => [column.name, column.type]));
  const assigned = (values: Readonly<Record<string, unknown>>) => Object.entries(values).map(([column, value]) => [dialect.quote(column), dialect.literal(value, types.get(column))] as const);
  const name = dialect.tableName(key);
  const where = (revision: string) => `WHERE ${dialect.quote("revision")} = ${dialect.literal(revision, types.get("revision"))}`;
  return {
    key,
    table,
    createStatements: () => {
      const { steps } = dialect.plan([{ kind: "createTable", table }], table.schema === undefined ? emptySchema : { ...emptySchema, namespaces: { [table.schema]: { name: table.schema } } });
      const namespace = table.schema !== undefined && dialect.capabilities.namespaces ? [`CREATE SCHEMA IF NOT EXISTS ${dialect.quote(table.schema)}`] : [];
      return [...namespace, ...steps.flatMap((step) => (step.kind === "sql" ? [step.sql] : []))];
    },
    selectSql: `SELECT ${table.columns.map((column) => dialect.quote(column.name)).join(", ")} FROM ${name} ORDER BY ${dialect.quote("applied_at")}, ${dialect.quote("revision")}`,
    insertSql: (row) => {
      const pairs = assigned(storedRow(row));
      return `INSERT INTO ${name} (${pairs.map(([column]) => column).join(", ")}) VALUES (${pairs.map(([, value]) => value).join(", ")})`;
    },
    updateSql: (revision, change) => `UPDATE ${name} SET ${assigned(storedRow(change)).map((pair) => pair.join(" = ")).join(", ")} ${where(revision)}`,
    deleteSql: (revision) => `DELETE FROM ${name} ${where(revision)}`,
  };
}

/** The rows of the history, oldest first. A database without the table has had no revision; nothing is created. */
export async function readHistory(connection: Pick<Connection, "query" | "hasTable">, history: History): Promise<readonly HistoryRow[]> {
  if (!(await hasHistory(connection, history))) return [];
  return (await connection.query(history.selectSql)).map(rowFrom);
}

/** Makes the history's table where it is not there yet. */
export async function ensureHistory(connection: Pick<Connection, "execute" | "hasTable">, history: History): Promise<void> {
  if (await hasHistory(connection, history)) return;
  for (const statement of history.createStatements()) await connection.execute(statement);
}

function hasHistory(connection: Pick<Connection, "hasTable">, { table }: History): Promise<boolean> {
  return connection.hasTable(table.name, table.schema);
}

function historyTable(key: string): Table {
  const { name, schema } = splitKey(key);
  return {
    name,
    ...(schema !== undefined && { schema }),
    columns: Object.entries(columnTypes).map(([column, type]): Column => ({ name: column, type, nullable: nullableColumns.has(column) })),
    primaryKey: { name: `${name}_pkey`, columns: ["revision"] },
    uniques: [],
    foreignKeys: [],
    checks: [],
    indexes: [],
    comment: `The revisions that graven has applied (${keyOf({ name, schema })}).`,
  };
}

const columnTypes: Readonly<Record<string, ColumnType>> = {
  revision: { kind: "varchar", length: 255 },
  // JSON as text: every database can keep it, and nobody queries within it.
  parents: { kind: "text" },
  checksum: { kind: "varchar", length: 64 },
  applied_at: { kind: "timestamptz" },
  direction: { kind: "varchar", length: 9 },
  steps_done: { kind: "integer" },
  steps_total: { kind: "integer" },
  tool_version: { kind: "varchar", length: 32 },
  takes_back: { kind: "integer" },
  error: { kind: "text" },
};

const nullableColumns: ReadonlySet<string> = new Set(["takes_back", "error"]);

const columnNames = {
  revision: "revision",
  parents: "parents",
  checksum: "checksum",
  appliedAt: "applied_at",
  direction: "direction",
  stepsDone: "steps_done",
  stepsTotal: "steps_total",
  toolVersion: "tool_version",
  takesBack: "takes_back",
  error: "error",
} as const satisfies Record<keyof HistoryRow, string>;

function storedRow(row: Partial<HistoryRow>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [columnNames[key as keyof HistoryRow], key === "parents" ? JSON.stringify(value) : value]));
}

function rowFrom(row: Readonly<Record<string, unknown>>): HistoryRow {
  return {
    revision: String(row["revision"]),
    parents: JSON.parse(String(row["parents"])) as string[],
    checksum: String(row["checksum"]),
    appliedAt: momentFrom(row["applied_at"]),
    direction: row["direction"] === "downgrade" ? "downgrade" : "upgrade",
    stepsDone: Number(row["steps_done"]),
    stepsTotal: Number(row["steps_total"]),
    toolVersion: String(row["tool_version"]),
    takesBack: row["takes_back"] === null ? null : Number(row["takes_back"]),
    error: row["error"] === null ? null : String(row["error"]),
  };
}

/** Clients give a moment as a Date, or as text without a zone, which is UTC. */
function momentFrom(value: unknown): Date {
  if (value instanceof Date) return value;
  const text = String(value).replace(" ", "T");
  return new Date(/(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(text) ? text : `${text}Z`);
}
