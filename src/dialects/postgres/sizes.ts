import type { Dependents } from "../knowledge.ts";
import { tableName, textLiteral } from "./quote.ts";

/** Rows as the last ANALYZE counted them (-1 before the first), and bytes with indexes. */
export const sizesSql = `SELECT CASE WHEN n.nspname = 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS key,
  CASE WHEN c.reltuples < 0 THEN NULL ELSE c.reltuples::bigint END AS rows, pg_total_relation_size(c.oid) AS bytes
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;

const refuses = "PostgreSQL refuses it while that stands.";

/** Views, rules and policies that name a table or a column, and foreign keys that point at it: https://www.postgresql.org/docs/current/catalog-pg-depend.html */
export const dependents: Dependents = {
  sql: (table, column) => {
    const owner = `to_regclass(${textLiteral(tableName(table))})`;
    const part = (ref: string) => (column === undefined ? "" : ` AND ${ref} = (SELECT attnum FROM pg_attribute WHERE attrelid = ${owner} AND attname = ${textLiteral(column)})`);
    return `SELECT DISTINCT CASE v.relkind WHEN 'm' THEN 'materialized view ' ELSE 'view ' END || v.oid::regclass::text AS name
FROM pg_depend d JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class
WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = ${owner} AND d.deptype = 'n' AND v.oid <> d.refobjid AND v.relkind IN ('v', 'm')${part("d.refobjsubid")}
UNION SELECT 'foreign key ' || c.conname || ' of ' || c.conrelid::regclass::text FROM pg_constraint c
WHERE c.contype = 'f' AND c.confrelid = ${owner} AND c.conrelid <> c.confrelid AND c.conparentid = 0${column === undefined ? "" : ` AND (SELECT attnum FROM pg_attribute WHERE attrelid = ${owner} AND attname = ${textLiteral(column)}) = ANY (c.confkey)`}
ORDER BY 1`;
  },
  words: { dropTable: refuses, dropColumn: refuses, alterType: refuses },
};

export const readOnly = ["SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY", "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE"] as const;
