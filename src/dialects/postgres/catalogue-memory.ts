import type { Index, Table } from "../../schema/types.ts";
import type { CatalogueMemory, CatalogueQuery } from "../dialect.ts";
import { ownedByNobody } from "./catalogue-queries.ts";

/** A table or a materialised view as the catalogue's rows about it stand, without what they say. */
export interface MarkedTable {
  readonly schema: string;
  readonly name: string;
  /** Which row versions those are: another text when any of them was written, added or taken away. */
  readonly mark: string;
  /** The tables whose names and columns its definition tells of. */
  readonly refers: readonly string[];
}

/** What a read leaves for the next one in the same database. */
interface Remembered {
  readonly marks: Marks;
  readonly read: ReadonlyMap<string, ReadTable>;
}

export interface ReadTable {
  readonly indexes: readonly Index[];
  /** The columns that a table has of those that it inherits from alone. */
  readonly inherited?: readonly string[];
  /** Absent for a materialised view. */
  readonly table?: Table | undefined;
}

interface Marks {
  readonly tables: ReadonlyMap<string, MarkedTable>;
  /** Sequences, views and what else has a name that a table's definition may tell. */
  readonly others: Readonly<Record<string, string>>;
  /** Functions, types, operators and settings: any of them, even a new one, may change how an expression is written. */
  readonly shared: string;
}

/** What is to be read of the tables, and what is known of the others. */
export interface TablesToRead {
  readonly oids: readonly string[];
  readonly known: ReadonlyMap<string, ReadTable>;
  /** Keeps what was read for the next time; all tables by their number, in their order. */
  keep(read: ReadonlyMap<string, ReadTable>): void;
  readonly marks: ReadonlyMap<string, MarkedTable>;
}

/**
 * Tells the tables that changed since the memory's last read from those that did not: a row of the catalogue that is written gets
 * another place (`ctid`) and transaction (`xmin`). What a definition tells by name is looked at too.
 */
export async function tablesToRead(query: CatalogueQuery, memory: CatalogueMemory, within: string): Promise<TablesToRead> {
  const before = memory.kept as Remembered | undefined;
  const marks = await readMarks(query, within);
  const isSame = (oid: string) => before?.marks.tables.get(oid)?.mark === marks.tables.get(oid)?.mark;
  const known = new Map<string, ReadTable>();
  if (before && marks.shared === before.marks.shared && Object.entries(before.marks.others).every(([oid, mark]) => (marks.others[oid] ?? mark) === mark)) {
    for (const [oid, { refers }] of marks.tables) {
      const read = before.read.get(oid);
      if (read && isSame(oid) && refers.every(isSame)) known.set(oid, read);
    }
  }
  return { oids: [...marks.tables.keys()].filter((oid) => !known.has(oid)), known, marks: marks.tables, keep: (read) => (memory.kept = { marks, read } satisfies Remembered) };
}

async function readMarks(query: CatalogueQuery, within: string): Promise<Marks> {
  const rows = await query<{ oid: string; schema: string; name: string; mark: string; refers: unknown }>(tableMarks(within));
  const [{ others, shared } = { others: {}, shared: "" }] = await query<{ others: unknown; shared: string }>(otherMarks);
  return {
    tables: new Map(rows.map(({ oid, schema, name, mark, refers }) => [oid, { schema, name, mark, refers: parsed<string[]>(refers) ?? [] }])),
    others: parsed<Record<string, string>>(others) ?? {},
    shared,
  };
}

function parsed<T>(value: unknown): T | undefined {
  return (typeof value === "string" ? JSON.parse(value) : (value ?? undefined)) as T | undefined;
}

/** Rows of the catalogue by the relation that they are about; those about an index count for its table. */
const rowsAbout = [
  "SELECT oid, ctid, xmin, 1 FROM pg_class WHERE oid >= 16384",
  "SELECT attrelid, ctid, xmin, 2 FROM pg_attribute WHERE attrelid >= 16384 AND attnum > 0",
  "SELECT adrelid, ctid, xmin, 3 FROM pg_attrdef",
  "SELECT conrelid, ctid, xmin, 4 FROM pg_constraint WHERE conrelid >= 16384",
  "SELECT indrelid, ctid, xmin, 5 FROM pg_index WHERE indrelid >= 16384",
  "SELECT inhrelid, ctid, xmin, 6 FROM pg_inherits",
  "SELECT partrelid, ctid, xmin, 7 FROM pg_partitioned_table",
  "SELECT objoid, ctid, xmin, 8 FROM pg_description WHERE objoid >= 16384 AND classoid = 'pg_class'::regclass",
  "SELECT d.refobjid, s.ctid, s.xmin, 9 FROM pg_sequence s JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i'",
].join(" UNION ALL ");

/** The server knows little of how much its catalogue holds, and would gather the references again for each table. */
const tableMarks = (within: string) => `
WITH about (relation, ctid, xmin, kind) AS (${rowsAbout}),
marked AS (SELECT COALESCE(i.indrelid, a.relation) AS relation, sum(hashtextextended(a.ctid::text || a.xmin::text, a.kind))::text AS mark FROM about a LEFT JOIN pg_index i ON i.indexrelid = a.relation GROUP BY 1),
referring AS MATERIALIZED (SELECT r.relation, json_agg(r.other::text) AS refers FROM (SELECT conrelid, confrelid FROM pg_constraint WHERE contype = 'f' UNION ALL SELECT inhrelid, inhparent FROM pg_inherits) r (relation, other) GROUP BY 1)
SELECT c.oid::text AS oid, n.nspname AS schema, c.relname AS name, m.mark, r.refers
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN marked m ON m.relation = c.oid LEFT JOIN referring r ON r.relation = c.oid
WHERE c.relkind IN ('r', 'p', 'm') AND c.oid >= 16384 AND ${within} AND ${ownedByNobody("pg_class", "c.oid")} ORDER BY 2, 3`;

const shared = ["pg_proc", "pg_operator", "pg_opclass", "pg_collation", "pg_ts_config", "pg_ts_dict", "pg_am"].map((name) => `SELECT '${name}', ctid, xmin FROM ${name} WHERE oid >= 16384`);

const settings = ["search_path", "DateStyle", "IntervalStyle", "TimeZone", "bytea_output", "extra_float_digits", "quote_all_identifiers", "lc_monetary"];

/** Names by schemas are written short or long by the search path: where that leads to several schemas, any relation counts. */
const otherMarks = `
SELECT (SELECT json_object_agg(o.oid, o.mark) FROM (
  SELECT oid::text, concat_ws(' ', ctid, xmin) FROM pg_class WHERE oid >= 16384 AND relkind NOT IN ('r', 'p', 'm', 'i', 'I', 't')
  UNION ALL SELECT oid::text, concat_ws(' ', ctid, xmin) FROM pg_type WHERE oid >= 16384 AND (typrelid <> 0 OR typcategory = 'A')) o (oid, mark)) AS others,
(SELECT concat_ws(' ', ${settings.map((name) => `current_setting('${name}')`).join(", ")}, array_to_string(current_schemas(false), ','), count(*), sum(hashtextextended(concat_ws(' ', s.kind, s.ctid, s.xmin), 0)))
  FROM (${shared.join(" UNION ALL ")} UNION ALL SELECT 'pg_type', ctid, xmin FROM pg_type WHERE oid >= 16384 AND typrelid = 0 AND typcategory <> 'A' UNION ALL SELECT 'pg_enum', ctid, xmin FROM pg_enum
    UNION ALL SELECT 'pg_namespace', ctid, xmin FROM pg_namespace UNION ALL SELECT 'pg_tablespace', ctid, xmin FROM pg_tablespace UNION ALL SELECT 'pg_class', ctid, xmin FROM pg_class WHERE oid >= 16384 AND cardinality(current_schemas(false)) > 1) s (kind, ctid, xmin)) AS shared`;
