const own = (catalogue: string, alias: string) => `${alias}.oid >= 16384 AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${alias}.oid AND x.deptype IN ('e', 'i'))`;
const inSchema = (alias: string, column: string) => `CASE WHEN ${alias}.${column} = 'public'::regnamespace THEN '' ELSE ${alias}.${column}::regnamespace || '.' END`;

/** What stands in a database and has no words in a model: `readCatalogue` leaves it out. */
export const leftOutSql = [
  `SELECT 'foreign table' AS noun, c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind = 'f' AND ${own("pg_class", "c")}`,
  `SELECT 'foreign server', s.srvname FROM pg_foreign_server s WHERE ${own("pg_foreign_server", "s")}`,
  `SELECT 'foreign data wrapper', w.fdwname FROM pg_foreign_data_wrapper w WHERE ${own("pg_foreign_data_wrapper", "w")}`,
  "SELECT 'publication', p.pubname FROM pg_publication p",
  `SELECT 'operator class', ${inSchema("o", "opcnamespace")} || o.opcname FROM pg_opclass o WHERE ${own("pg_opclass", "o")}`,
  `SELECT 'conversion', ${inSchema("v", "connamespace")} || v.conname FROM pg_conversion v WHERE ${own("pg_conversion", "v")}`,
  `SELECT 'language', l.lanname FROM pg_language l WHERE ${own("pg_language", "l")}`,
  `SELECT 'access method', a.amname FROM pg_am a WHERE ${own("pg_am", "a")}`,
].join("\nUNION ALL\n") + "\nORDER BY 1, 2";
