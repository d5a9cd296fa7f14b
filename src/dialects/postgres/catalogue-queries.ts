import { textLiteral } from "./quote.ts";

/**
 * The queries that read a database, one for each kind of object whatever the number of tables. `version` is `server_version_num`.
 * Columns of the catalogue: https://www.postgresql.org/docs/current/catalogs.html
 */
export interface CatalogueQueries {
  readonly namespaces: string;
  readonly enums: string;
  readonly tables: string;
  readonly columns: string;
  readonly constraints: string;
  readonly indexes: string;
  readonly exclusions: string;
}

/** Which schemas are read, as a condition on `n`. */
export function withinSchemas(schemas: readonly string[] | undefined): string {
  return schemas ? `n.nspname IN (${schemas.map(textLiteral).join(", ") || "NULL"})` : `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
}

/** With `some`, of the relations whose numbers are the parameter. */
export function catalogueQueries(schemas: readonly string[] | undefined, version: number, some = false): CatalogueQueries {
  const within = withinSchemas(schemas);
  // What initdb made has a lower number than anything that came later: the catalogue itself is passed over at once.
  const ordinary = `c.relkind IN ('r', 'p') AND c.oid >= 16384 AND ${within} AND ${ownedByNobody("pg_class", "c.oid")}${some ? " AND c.oid = ANY ($1::oid[])" : ""}`;
  const table = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace`;
  return {
    namespaces: `SELECT n.nspname AS name FROM pg_namespace n WHERE ${within} AND n.nspname <> 'public' AND ${ownedByNobody("pg_namespace", "n.oid")} ORDER BY 1`,
    enums: `
SELECT n.nspname AS schema, t.typname AS name,
  (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS labels
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'e' AND ${within} AND ${ownedByNobody("pg_type", "t.oid")} ORDER BY 1, 2`,
    tables: `SELECT n.nspname AS schema, c.relname AS name, ${commentOf("c.oid")} AS comment,
  c.relpersistence = 'u' AS unlogged, array_to_json(c.reloptions) AS options, am.amname AS access_method, ts.spcname AS tablespace, c.relrowsecurity AS row_security, c.relforcerowsecurity AS forced,
  c.relreplident::text AS replica_identity, (SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisreplident) AS replica_index,
  (SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisclustered) AS clustered_on,
  c.relispartition AS is_partition, pg_get_expr(c.relpartbound, c.oid) AS bound, pg_get_partkeydef(c.oid) AS partition_key,
  (SELECT json_agg(json_build_object('column', a.attname, 'operator_class', CASE WHEN NOT o.opcdefault THEN o.opcname END, 'collation', co.collname, 'collation_schema', con.nspname) ORDER BY k.place)
    FROM pg_partitioned_table pt CROSS JOIN LATERAL unnest(pt.partattrs::int2[]) WITH ORDINALITY k(number, place)
    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number AND k.number <> 0 LEFT JOIN pg_opclass o ON o.oid = pt.partclass[k.place - 1]
    LEFT JOIN pg_collation co ON co.oid = pt.partcollation[k.place - 1] AND co.oid <> COALESCE(a.attcollation, 0) LEFT JOIN pg_namespace con ON con.oid = co.collnamespace WHERE pt.partrelid = c.oid) AS partition_parts,
  (SELECT json_agg(json_build_object('schema', pn.nspname, 'name', p.relname) ORDER BY h.inhseqno) FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace WHERE h.inhrelid = c.oid) AS parents
FROM ${table} LEFT JOIN pg_am am ON am.oid = c.relam LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace WHERE ${ordinary} ORDER BY 1, 2`,
    columns: `
SELECT n.nspname AS schema, c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
  en.nspname AS enum_schema, e.typname AS enum_name, t.typcategory = 'A' AS is_array, NOT a.attnotnull AS nullable,
  a.attidentity::text AS identity, a.attgenerated::text AS generated, pg_get_expr(d.adbin, d.adrelid) AS expression,
  co.collname AS collation, con.nspname AS collation_schema, ${commentOf("c.oid", "a.attnum")} AS comment,
  a.attislocal AS is_local, a.attinhcount > 0 AS is_inherited, CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END AS storage, ${version >= 140000 ? "NULLIF(a.attcompression::text, '')" : "NULL::text"} AS compression, NULLIF(a.attstattarget, -1) AS statistics, array_to_json(a.attoptions) AS options,
  s.seqstart::text AS start, s.seqincrement::text AS increment, s.seqmin::text AS min_value, s.seqmax::text AS max_value, s.seqcache::text AS cache, s.seqcycle AS cycle
FROM ${table}
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_type e ON e.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END AND e.typtype = 'e'
LEFT JOIN pg_namespace en ON en.oid = e.typnamespace
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
LEFT JOIN pg_depend sd ON a.attidentity <> '' AND sd.refclassid = 'pg_class'::regclass AND sd.refobjid = c.oid AND sd.refobjsubid = a.attnum AND sd.classid = 'pg_class'::regclass AND sd.deptype = 'i'
LEFT JOIN pg_sequence s ON s.seqrelid = sd.objid
WHERE ${ordinary} ORDER BY 1, 2, a.attnum`,
    constraints: `
SELECT n.nspname AS schema, c.relname AS table, k.conname AS name, k.contype::text AS kind,
  ${namesOf("k.conkey", "k.conrelid")} AS columns, pg_get_expr(k.conbin, k.conrelid) AS expression,
  k.convalidated AS validated, k.connoinherit AS no_inherit, CASE WHEN k.contype IN ('p', 'u', 'x') THEN (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(i.indkey::int2[]) WITH ORDINALITY p(attnum, place) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.attnum WHERE p.place > i.indnkeyatts) END AS included,
  ${version >= 150000 ? namesOf("k.confdelsetcols", "k.conrelid") : "NULL::json"} AS set_columns,
  fn.nspname AS referred_schema, f.relname AS referred_table, ${namesOf("k.confkey", "k.confrelid")} AS referred_columns,
  k.confupdtype::text AS on_update, k.confdeltype::text AS on_delete, k.confmatchtype::text AS match,
  k.condeferrable AS deferrable, k.condeferred AS deferred, ${nullsNotDistinct("i", version)} AS nulls_not_distinct
FROM ${table}
JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c') AND (k.conislocal OR k.coninhcount = 0) AND k.conparentid = 0
LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u')
LEFT JOIN pg_class f ON f.oid = k.confrelid
LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
WHERE ${ordinary} ORDER BY 1, 2, k.oid`,
    indexes: indexQuery(version, "NULL::json", "", `${ordinary.replace("('r', 'p')", "('r', 'p', 'm')")} AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid AND d.refclassid = 'pg_constraint'::regclass AND d.deptype = 'i') AND NOT EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = x.oid)`),
    exclusions: indexQuery(
      version,
      "(SELECT json_agg(o.oprname ORDER BY p.place) FROM unnest(k.conexclop) WITH ORDINALITY p(id, place) JOIN pg_operator o ON o.oid = p.id)",
      "JOIN pg_constraint k ON k.conindid = x.oid AND k.contype = 'x'",
      ordinary,
    ),
  };
}

/** Indexes with their parts; `operators` are those of an exclusion constraint. A LIMIT makes the server look a part's class and collation up, where it would read all of them for each index. */
function indexQuery(version: number, operators: string, join: string, condition: string): string {
  return `
SELECT n.nspname AS schema, c.relname AS table, x.relname AS name, am.amname AS method, ${operators} AS operators, ${join ? "k.condeferrable" : "false"} AS deferrable, ${join ? "k.condeferred" : "false"} AS deferred,
  array_to_json(x.reloptions) AS options, ts.spcname AS tablespace, ${commentOf("x.oid")} AS comment,
  (SELECT json_object_agg(a.attnum, a.attstattarget) FROM pg_attribute a WHERE a.attrelid = x.oid AND a.attstattarget > 0) AS statistics, i.indisunique AS is_unique,
  ${nullsNotDistinct("i", version)} AS nulls_not_distinct, pg_get_expr(i.indpred, i.indrelid) AS predicate, i.indnkeyatts AS keys,
  (SELECT json_agg(json_build_object(
      'column', a.attname, 'expression', CASE WHEN p.attnum = 0 THEN pg_get_indexdef(i.indexrelid, p.place::int, false) END,
      'option', i.indoption[p.place - 1], 'operator_class', o.opcname,
      'collation', co.collname, 'collation_schema', co.nspname) ORDER BY p.place)
    FROM unnest(i.indkey) WITH ORDINALITY p(attnum, place)
    LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.attnum AND p.attnum <> 0
    LEFT JOIN LATERAL (SELECT o.opcname FROM pg_opclass o WHERE o.oid = i.indclass[p.place - 1] AND NOT o.opcdefault LIMIT 1) o ON true
    LEFT JOIN LATERAL (SELECT co.collname, con.nspname FROM pg_collation co JOIN pg_namespace con ON con.oid = co.collnamespace WHERE co.oid = i.indcollation[p.place - 1] AND CASE WHEN p.attnum <> 0 THEN co.oid <> a.attcollation
      ELSE position(pg_get_indexdef(i.indexrelid, p.place::int, false) || ' COLLATE ' IN pg_get_indexdef(i.indexrelid)) > 0 END LIMIT 1) co ON true) AS parts
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_index i ON i.indrelid = c.oid
JOIN pg_class x ON x.oid = i.indexrelid
JOIN pg_am am ON am.oid = x.relam
LEFT JOIN pg_tablespace ts ON ts.oid = x.reltablespace ${join}
WHERE ${condition} ORDER BY 1, 2, x.oid`;
}

/** A relation's comment, or that of a column. `obj_description` and `col_description` run a query of their own for each row, which costs most of the reading. */
function commentOf(oid: string, column = "0"): string {
  return `(SELECT cd.description FROM pg_description cd WHERE cd.classoid = 'pg_class'::regclass AND cd.objoid = ${oid} AND cd.objsubid = ${column})`;
}

/** What an extension made is the extension's. */
export function ownedByNobody(catalogue: string, oid: string): string {
  return `NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;
}

function namesOf(numbers: string, table: string): string {
  return `(SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(${numbers}) WITH ORDINALITY p(attnum, place) JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = p.attnum)`;
}

/** The column came with version 15. Asked for through JSON an older server would answer too, at ten times the cost of the row. */
function nullsNotDistinct(index: string, version: number): string {
  return version >= 150000 ? `${index}.indnullsnotdistinct` : "NULL::boolean";
}
