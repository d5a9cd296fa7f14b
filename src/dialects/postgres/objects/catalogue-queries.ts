import { textLiteral } from "../quote.ts";

/** The rest of what an object's row says, in JSON; null and absent mean the same. */
const options = (alias: string) => `array_to_json(${alias}.reloptions)`;
const comment = (oid: string, catalogue: string) => `obj_description(${oid}, '${catalogue}') AS comment`;
const columnComments = (relation: string) => `(SELECT json_object_agg(a.attname, col_description(a.attrelid, a.attnum) ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = ${relation} AND a.attnum > 0 AND col_description(a.attrelid, a.attnum) IS NOT NULL) AS column_comments`;
const ownedByExtension = (catalogue: string, oid: string) => `EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;
const types = (oids: string) => `(SELECT json_agg(format_type(t, NULL) ORDER BY place) FROM unnest(${oids}) WITH ORDINALITY x(t, place))`;
/** An operator that another one names: with its schema, where it stands in one of its own. */
const operatorText = (alias: string) => `CASE WHEN ${alias}.oprnamespace IN ('public'::regnamespace, 'pg_catalog'::regnamespace) THEN ${alias}.oprname ELSE 'OPERATOR(' || ${alias}.oprnamespace::regnamespace || '.' || ${alias}.oprname || ')' END`;

/** What initdb made has a lower number than anything that came later. */
const later = "oid >= 16384";

/** Rows of the catalogue without which a kind of object cannot be there: most databases have few kinds, and need not be asked for the others. */
const traces = {
  namespaces: `pg_namespace WHERE ${later}`,
  enums: `pg_type WHERE typtype = 'e' AND ${later}`,
  exclusions: `pg_constraint WHERE contype = 'x' AND ${later}`,
  views: `pg_class WHERE relkind IN ('v', 'm') AND ${later}`,
  routines: `pg_proc WHERE prokind <> 'a' AND ${later}`,
  triggers: `pg_trigger WHERE NOT tgisinternal AND ${later}`,
  sequences: `pg_class WHERE relkind = 'S' AND ${later}`,
  domains: `pg_type WHERE typtype = 'd' AND ${later}`,
  composites: `pg_class WHERE relkind = 'c' AND ${later}`,
  ranges: `pg_type WHERE typtype = 'r' AND ${later}`,
  extensions: "pg_extension WHERE extname <> 'plpgsql'",
  aggregates: `pg_proc WHERE prokind = 'a' AND ${later}`,
  operators: `pg_operator WHERE ${later}`,
  casts: `pg_cast WHERE ${later}`,
  rules: `pg_rewrite WHERE rulename <> '_RETURN' AND ${later}`,
  policies: "pg_policy",
  eventTriggers: "pg_event_trigger",
  statistics: "pg_statistic_ext",
  collations: `pg_collation WHERE ${later}`,
  configurations: `pg_ts_config WHERE ${later}`,
  dictionaries: `pg_ts_dict WHERE ${later}`,
  // initdb itself writes one on the schema "public", whose number is low.
  remarks: "pg_description WHERE (objoid >= 16384 OR objoid = 2200) AND classoid IN ('pg_type'::regclass, 'pg_namespace'::regclass, 'pg_constraint'::regclass) AND description <> 'standard public schema'",
} as const;

/** A kind of object that a database may have none of. */
export type RareKind = keyof typeof traces;
type QueriedKind = Exclude<RareKind, "namespaces" | "enums" | "exclusions" | "remarks">;

/** One row: the server's version, and of each kind whether there can be any. */
export const presenceQuery = `SELECT current_setting('server_version_num')::int AS version, ${Object.entries(traces).map(([kind, rows]) => `EXISTS (SELECT FROM ${rows}) AS "${kind}"`).join(", ")}`;

/**
 * A query for each kind of object. What came with a later version than 12 is asked for through JSON, so that older servers answer.
 * https://www.postgresql.org/docs/current/catalogs.html
 */
export function objectQueries(schemas: readonly string[] | undefined): Readonly<Record<QueriedKind, string>> {
  const within = schemas ? `n.nspname IN (${schemas.map(textLiteral).join(", ") || "NULL"})` : `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
  const inSchema = (namespace: string) => `JOIN pg_namespace n ON n.oid = ${namespace}`;
  const relation = `pg_class c ${inSchema("c.relnamespace")}`;
  const onTable = (kinds: string) => `${within} AND c.relkind IN (${kinds}) AND NOT ${ownedByExtension("pg_class", "c.oid")}`;
  return {
    views: `SELECT n.nspname AS schema, c.relname AS name, c.relkind::text AS kind, pg_get_viewdef(c.oid) AS query, ${options("c")} AS options, am.amname AS access_method, ts.spcname AS tablespace, ${comment("c.oid", "pg_class")}, ${columnComments("c.oid")}
FROM ${relation} LEFT JOIN pg_am am ON am.oid = c.relam LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace WHERE ${onTable("'v', 'm'")} ORDER BY 1, 2`,
    routines: `
SELECT n.nspname AS schema, p.proname AS name, p.prokind::text AS kind, l.lanname AS language, p.prosrc AS body, p.probin AS file, CASE WHEN to_jsonb(p) ->> 'prosqlbody' IS NOT NULL THEN pg_get_functiondef(p.oid) END AS inline,
  pg_get_function_result(p.oid) AS returns, p.provolatile::text AS volatility, p.proisstrict AS strict, p.prosecdef AS definer, p.proleakproof AS leakproof, p.proparallel::text AS parallel,
  p.procost AS cost, p.prorows AS rows, p.proretset AS returns_set, NULLIF(p.prosupport::oid, 0)::regproc::text AS support, array_to_json(p.proconfig) AS settings,
  array_to_json(p.proargnames) AS names, array_to_json(p.proargmodes::text[]) AS modes, ${types("COALESCE(p.proallargtypes, p.proargtypes::oid[])")} AS types,
  (SELECT json_agg(pg_get_function_arg_default(p.oid, i) ORDER BY i) FROM generate_series(1, COALESCE(array_length(p.proallargtypes, 1), p.pronargs)) i) AS defaults, ${comment("p.oid", "pg_proc")}
FROM pg_proc p ${inSchema("p.pronamespace")} JOIN pg_language l ON l.oid = p.prolang
WHERE ${within} AND p.prokind <> 'a' AND NOT ${ownedByExtension("pg_proc", "p.oid")} AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass AND x.objid = p.oid AND x.deptype = 'i') ORDER BY 1, 2, p.oid`,
    triggers: `
SELECT n.nspname AS schema, c.relname AS "table", g.tgname AS name, g.tgtype AS type, pg_get_triggerdef(g.oid) AS definition, g.tgoldtable AS old_table, g.tgnewtable AS new_table,
  g.tgenabled::text AS enabled, g.tgconstraint <> 0 AS is_constraint, g.tgdeferrable AS deferrable, g.tginitdeferred AS deferred, fn.nspname AS from_schema, f.relname AS from_table,
  (SELECT json_agg(a.attname ORDER BY x.place) FROM unnest(g.tgattr::int2[]) WITH ORDINALITY x(number, place) JOIN pg_attribute a ON a.attrelid = g.tgrelid AND a.attnum = x.number) AS columns, ${comment("g.oid", "pg_trigger")}
FROM ${relation} JOIN pg_trigger g ON g.tgrelid = c.oid LEFT JOIN pg_class f ON f.oid = g.tgconstrrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
WHERE NOT g.tgisinternal AND COALESCE((to_jsonb(g) ->> 'tgparentid')::oid, 0) = 0 AND ${onTable("'r', 'p', 'v', 'f'")} ORDER BY 1, 2, 3`,
    sequences: `
SELECT n.nspname AS schema, c.relname AS name, format_type(s.seqtypid, NULL) AS type, s.seqstart::text AS start, s.seqincrement::text AS increment, s.seqmin::text AS min, s.seqmax::text AS max, s.seqcache::int AS cache, s.seqcycle AS cycle,
  c.relpersistence = 'u' AS unlogged, tn.nspname AS owner_schema, t.relname AS owner_table, a.attname AS owner_column, ${comment("c.oid", "pg_class")}
FROM ${relation} JOIN pg_sequence s ON s.seqrelid = c.oid
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
LEFT JOIN pg_class t ON t.oid = d.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE ${onTable("'S'")} AND COALESCE(d.deptype, 'a') <> 'i' ORDER BY 1, 2`,
    domains: `
SELECT n.nspname AS schema, t.typname AS name, format_type(t.typbasetype, t.typtypmod) AS type, t.typnotnull AS not_null, t.typdefault AS default_value, co.collname AS collation, con.nspname AS collation_schema,
  (SELECT json_agg(json_build_object('name', k.conname, 'sql', pg_get_expr(k.conbin, 0), 'valid', k.convalidated, 'comment', obj_description(k.oid, 'pg_constraint')) ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c') AS checks, ${comment("t.oid", "pg_type")}
FROM pg_type t ${inSchema("t.typnamespace")} JOIN pg_type b ON b.oid = t.typbasetype LEFT JOIN pg_collation co ON co.oid = t.typcollation AND t.typcollation <> b.typcollation LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
WHERE t.typtype = 'd' AND ${within} AND NOT ${ownedByExtension("pg_type", "t.oid")} ORDER BY 1, 2`,
    composites: `
SELECT n.nspname AS schema, c.relname AS name, ${comment("c.reltype", "pg_type")},
  (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'collation', co.collname, 'collation_schema', con.nspname, 'comment', col_description(c.oid, a.attnum)) ORDER BY a.attnum)
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS attributes
FROM ${relation} WHERE ${within} AND c.relkind = 'c' AND NOT ${ownedByExtension("pg_type", "c.reltype")} ORDER BY 1, 2`,
    ranges: `
SELECT n.nspname AS schema, t.typname AS name, format_type(r.rngsubtype, NULL) AS subtype, CASE WHEN NOT o.opcdefault THEN o.opcname END AS operator_class, co.collname AS collation, NULLIF(r.rngcanonical::oid, 0)::regproc::text AS canonical, NULLIF(r.rngsubdiff::oid, 0)::regproc::text AS subtype_diff, m.typname AS multirange, ${comment("t.oid", "pg_type")}
FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid ${inSchema("t.typnamespace")} JOIN pg_type s ON s.oid = r.rngsubtype LEFT JOIN pg_opclass o ON o.oid = r.rngsubopc LEFT JOIN pg_collation co ON co.oid = r.rngcollation AND r.rngcollation <> s.typcollation LEFT JOIN pg_type m ON m.oid = (to_jsonb(r) ->> 'rngmultitypid')::oid
WHERE ${within} AND NOT ${ownedByExtension("pg_type", "t.oid")} ORDER BY 1, 2`,
    extensions: `SELECT e.extname AS name, n.nspname AS schema, ${comment("e.oid", "pg_extension")}, v.comment AS own_comment FROM pg_extension e ${inSchema("e.extnamespace")} LEFT JOIN pg_available_extensions v ON v.name = e.extname WHERE e.extname <> 'plpgsql' ORDER BY 1`,
    aggregates: `
SELECT n.nspname AS schema, p.proname AS name, g.aggkind::text AS kind, g.aggnumdirectargs AS direct, array_to_json(p.proargnames) AS names, array_to_json(p.proargmodes::text[]) AS modes, ${types("COALESCE(p.proallargtypes, p.proargtypes::oid[])")} AS types,
  g.aggtransfn::regproc::text AS sfunc, format_type(g.aggtranstype, NULL) AS stype, NULLIF(g.aggtransspace, 0) AS sspace, NULLIF(g.aggfinalfn::oid, 0)::regproc::text AS finalfunc, g.aggfinalextra AS finalfunc_extra, NULLIF(g.aggcombinefn::oid, 0)::regproc::text AS combinefunc,
  NULLIF(g.aggserialfn::oid, 0)::regproc::text AS serialfunc, NULLIF(g.aggdeserialfn::oid, 0)::regproc::text AS deserialfunc, g.agginitval AS initcond, NULLIF(g.aggmtransfn::oid, 0)::regproc::text AS msfunc, NULLIF(g.aggminvtransfn::oid, 0)::regproc::text AS minvfunc,
  CASE WHEN g.aggmtranstype <> 0 THEN format_type(g.aggmtranstype, NULL) END AS mstype, g.aggminitval AS minitcond, NULLIF(g.aggmfinalfn::oid, 0)::regproc::text AS mfinalfunc, NULLIF(g.aggsortop, 0)::regoperator::text AS sortop, p.proparallel::text AS parallel, ${comment("p.oid", "pg_proc")}
FROM pg_aggregate g JOIN pg_proc p ON p.oid = g.aggfnoid ${inSchema("p.pronamespace")} WHERE ${within} AND NOT ${ownedByExtension("pg_proc", "p.oid")} ORDER BY 1, 2, p.oid`,
    operators: `
SELECT n.nspname AS schema, o.oprname AS name, CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END AS "left", CASE WHEN o.oprright <> 0 THEN format_type(o.oprright, NULL) END AS "right", o.oprcode::regproc::text AS function,
  ${operatorText("cm")} AS commutator, ${operatorText("ng")} AS negator, NULLIF(o.oprrest::oid, 0)::regproc::text AS restrict, NULLIF(o.oprjoin::oid, 0)::regproc::text AS "join", o.oprcanhash AS hashes, o.oprcanmerge AS merges, ${comment("o.oid", "pg_operator")}
FROM pg_operator o ${inSchema("o.oprnamespace")} LEFT JOIN pg_operator cm ON cm.oid = o.oprcom LEFT JOIN pg_operator ng ON ng.oid = o.oprnegate WHERE ${within} AND NOT ${ownedByExtension("pg_operator", "o.oid")} ORDER BY 1, 2, o.oid`,
    casts: `SELECT format_type(k.castsource, NULL) AS source, format_type(k.casttarget, NULL) AS target, k.castmethod::text AS method, NULLIF(k.castfunc, 0)::regprocedure::text AS function, k.castcontext::text AS context, ${comment("k.oid", "pg_cast")} FROM pg_cast k WHERE k.oid >= 16384 AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = 'pg_cast'::regclass AND x.objid = k.oid AND x.deptype IN ('e', 'i')) ORDER BY 1, 2`,
    rules: `SELECT n.nspname AS schema, c.relname AS "table", r.rulename AS name, r.ev_type::text AS event, r.is_instead AS instead, r.ev_enabled::text AS enabled, pg_get_ruledef(r.oid) AS definition, ${comment("r.oid", "pg_rewrite")} FROM ${relation} JOIN pg_rewrite r ON r.ev_class = c.oid WHERE r.rulename <> '_RETURN' AND ${onTable("'r', 'p', 'v'")} ORDER BY 1, 2, 3`,
    policies: `
SELECT n.nspname AS schema, c.relname AS "table", p.polname AS name, p.polcmd::text AS command, p.polpermissive AS permissive, pg_get_expr(p.polqual, p.polrelid) AS using_sql, pg_get_expr(p.polwithcheck, p.polrelid) AS check_sql,
  (SELECT json_agg(COALESCE(r.rolname, 'public') ORDER BY COALESCE(r.rolname, 'public')) FROM unnest(p.polroles) x(id) LEFT JOIN pg_roles r ON r.oid = x.id) AS roles, ${comment("p.oid", "pg_policy")}
FROM ${relation} JOIN pg_policy p ON p.polrelid = c.oid WHERE ${onTable("'r', 'p'")} ORDER BY 1, 2, 3`,
    eventTriggers: `SELECT e.evtname AS name, e.evtevent AS event, array_to_json(e.evttags) AS tags, e.evtenabled::text AS enabled, pn.nspname AS schema, p.proname AS function, ${comment("e.oid", "pg_event_trigger")} FROM pg_event_trigger e JOIN pg_proc p ON p.oid = e.evtfoid JOIN pg_namespace pn ON pn.oid = p.pronamespace WHERE NOT ${ownedByExtension("pg_event_trigger", "e.oid")} ORDER BY 1`,
    statistics: `SELECT n.nspname AS schema, s.stxname AS name, cn.nspname AS table_schema, c.relname AS "table", array_to_json(s.stxkind::text[]) AS kinds, (to_jsonb(s) ->> 'stxstattarget')::int AS target, pg_get_statisticsobjdef(s.oid) AS definition, ${comment("s.oid", "pg_statistic_ext")} FROM pg_statistic_ext s ${inSchema("s.stxnamespace")} JOIN pg_class c ON c.oid = s.stxrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace WHERE ${within} ORDER BY 1, 2`,
    collations: `SELECT n.nspname AS schema, c.collname AS name, to_jsonb(c) AS facts, ${comment("c.oid", "pg_collation")} FROM pg_collation c ${inSchema("c.collnamespace")} WHERE ${within} AND NOT ${ownedByExtension("pg_collation", "c.oid")} ORDER BY 1, 2`,
    configurations: `
SELECT n.nspname AS schema, c.cfgname AS name, pn.nspname AS parser_schema, p.prsname AS parser, ${comment("c.oid", "pg_ts_config")},
  (SELECT json_object_agg(token, dictionaries ORDER BY token) FROM (SELECT tt.alias AS token, json_agg(m.mapdict::regdictionary::text ORDER BY m.mapseqno) AS dictionaries FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) tt ON tt.tokid = m.maptokentype WHERE m.mapcfg = c.oid GROUP BY 1) x) AS mappings
FROM pg_ts_config c ${inSchema("c.cfgnamespace")} JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace WHERE ${within} AND NOT ${ownedByExtension("pg_ts_config", "c.oid")} ORDER BY 1, 2`,
    dictionaries: `SELECT n.nspname AS schema, d.dictname AS name, tn.nspname AS template_schema, t.tmplname AS template, d.dictinitoption AS options, ${comment("d.oid", "pg_ts_dict")} FROM pg_ts_dict d ${inSchema("d.dictnamespace")} JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace WHERE ${within} AND NOT ${ownedByExtension("pg_ts_dict", "d.oid")} ORDER BY 1, 2`,
  };
}

/** Comments on what holds none in its own row: enums, schemas, constraints. */
export function remarkQuery(schemas: readonly string[] | undefined): string {
  const within = schemas ? `n.nspname IN (${schemas.map(textLiteral).join(", ") || "NULL"})` : `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
  return `
SELECT 'type' AS noun, n.nspname AS schema, t.typname AS name, NULL AS "table", obj_description(t.oid, 'pg_type') AS text FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE ${within} AND t.typtype = 'e' AND NOT ${ownedByExtension("pg_type", "t.oid")} AND obj_description(t.oid, 'pg_type') IS NOT NULL
UNION ALL SELECT 'schema', n.nspname, n.nspname, NULL, obj_description(n.oid, 'pg_namespace') FROM pg_namespace n WHERE ${within} AND obj_description(n.oid, 'pg_namespace') IS NOT NULL AND NOT (n.nspname = 'public' AND obj_description(n.oid, 'pg_namespace') = 'standard public schema')
UNION ALL SELECT 'constraint', n.nspname, k.conname, c.relname, obj_description(k.oid, 'pg_constraint') FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${within} AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND NOT ${ownedByExtension("pg_class", "c.oid")} AND obj_description(k.oid, 'pg_constraint') IS NOT NULL
ORDER BY 1, 2, 3`;
}

/**
 * Privileges of others than the owner, and of the owner where that is asked for, a row for each. A row without a privilege says that PUBLIC has no more by itself than what is
 * told. What the server granted on the schema "public" when it was made, before version 15, is no part of a schema.
 * https://www.postgresql.org/docs/current/ddl-priv.html
 */
export function grantQuery(schemas: readonly string[] | undefined, withOwners = false): string {
  const within = schemas ? `n.nspname IN (${schemas.map(textLiteral).join(", ") || "NULL"})` : `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
  interface Source {
    readonly noun: string;
    readonly name: string;
    readonly from: string;
    readonly acl: string;
    readonly owner: string;
    readonly column?: string;
    /** PUBLIC has something by itself. */
    readonly isOpen?: boolean;
  }
  const rows = ({ noun, name, from, acl, owner, column = "NULL", isOpen }: Source) => [
    `SELECT ${noun} AS noun, n.nspname AS schema, ${name}, ${column}::text AS "column", COALESCE(r.rolname, 'public') AS role, x.privilege_type AS privilege, x.is_grantable AS grantable, x.grantee = ${owner} AS is_owner
FROM ${from} CROSS JOIN LATERAL aclexplode(${acl}) x LEFT JOIN pg_roles r ON r.oid = x.grantee
WHERE ${within}${withOwners ? "" : ` AND x.grantee <> ${owner}`}${noun === "'schema'" ? ` AND NOT (n.nspname = 'public' AND x.grantee = 0 AND x.privilege_type = 'CREATE' AND EXISTS (SELECT 1 FROM pg_init_privs i CROSS JOIN LATERAL aclexplode(i.initprivs) y WHERE i.objoid = n.oid AND i.classoid = 'pg_namespace'::regclass AND y.grantee = 0 AND y.privilege_type = 'CREATE'))` : ""}`,
    ...(isOpen ? [`SELECT ${noun}, n.nspname, ${name}, NULL, 'public', NULL, false, false FROM ${from} WHERE ${within} AND ${acl} IS NOT NULL`] : []),
  ];
  const relation = "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace";
  const own = (catalogue: string, oid: string) => `NOT ${ownedByExtension(catalogue, oid)}`;
  const routine = `(SELECT * FROM pg_proc p WHERE ${own("pg_proc", "p.oid")}) p JOIN pg_namespace n ON n.oid = p.pronamespace`;
  const sources: readonly Source[] = [
    { noun: "CASE c.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END", name: "c.relname AS name, NULL::json AS types", from: `${relation} AND ${own("pg_class", "c.oid")}`, acl: "c.relacl", owner: "c.relowner" },
    { noun: "'table'", name: "c.relname AS name, NULL::json AS types", from: `${relation} AND ${own("pg_class", "c.oid")} JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped`, acl: "a.attacl", owner: "c.relowner", column: "a.attname" },
    { noun: "CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END", name: `p.proname AS name, ${types("p.proargtypes::oid[]")} AS types`, from: routine, acl: "p.proacl", owner: "p.proowner", isOpen: true },
    { noun: "'schema'", name: "n.nspname AS name, NULL::json AS types", from: `(SELECT * FROM pg_namespace n WHERE ${own("pg_namespace", "n.oid")}) n`, acl: "n.nspacl", owner: "n.nspowner" },
    { noun: "'type'", name: "t.typname AS name, NULL::json AS types", from: `(SELECT * FROM pg_type t WHERE ${own("pg_type", "t.oid")} AND NOT (t.typtype = 'b' AND t.typelem <> 0)) t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid AND c.relkind <> 'c'`, acl: "CASE WHEN c.oid IS NULL THEN t.typacl END", owner: "t.typowner", isOpen: true },
  ];
  const publicSchema = `SELECT 'schema', n.nspname, n.nspname, NULL::json, NULL, 'public', NULL, false, false FROM pg_namespace n WHERE ${within} AND n.nspname = 'public' AND n.nspacl IS NOT NULL`;
  // What is said of things that are yet to be made: a row for each privilege, and one for what PUBLIC has no more by itself.
  const noun = "'default ' || CASE d.defaclobjtype WHEN 'r' THEN 'table' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'function' WHEN 'n' THEN 'schema' ELSE 'type' END || 's'";
  const maker = "json_build_object('by', pg_get_userbyid(d.defaclrole), 'own', pg_get_userbyid(d.defaclrole) = current_user)";
  const future = schemas ? `n.nspname IN (${schemas.map(textLiteral).join(", ") || "NULL"})` : "true";
  const defaults = [
    `SELECT ${noun}, n.nspname, '', ${maker}, NULL, COALESCE(r.rolname, 'public'), x.privilege_type, x.is_grantable, false FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace CROSS JOIN LATERAL aclexplode(d.defaclacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee WHERE ${future} AND x.grantee <> d.defaclrole`,
    `SELECT ${noun}, NULL, '', ${maker}, NULL, 'public', NULL, false, false FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace WHERE ${future} AND d.defaclnamespace = 0 AND d.defaclobjtype IN ('f', 'T')`,
  ];
  return `${[...sources.flatMap(rows), publicSchema, ...defaults].join("\nUNION ALL\n")}\nORDER BY 1, 2, 3, 5, 6`;
}
