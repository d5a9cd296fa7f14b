import { tableName, textLiteral } from "./quote.ts";

/** Rows as the last ANALYZE counted them (-1 before the first), and bytes with indexes. */
export const sizesSql = `SELECT CASE WHEN n.nspname = 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS key,
  CASE WHEN c.reltuples < 0 THEN NULL ELSE c.reltuples::bigint END AS rows, pg_total_relation_size(c.oid) AS bytes
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;

/** Views that read a table: https://www.postgresql.org/docs/current/catalog-pg-depend.html */
export function dependentsSql(table: string): string {
  return `SELECT DISTINCT v.oid::regclass::text AS name FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class
WHERE d.refobjid = to_regclass(${textLiteral(tableName(table))}) AND d.deptype = 'n' AND v.oid <> d.refobjid ORDER BY 1`;
}
