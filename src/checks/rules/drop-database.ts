import { defineRule, my, pg, servers } from "../rule.ts";

export const dropDatabase = defineRule({
  code: "drop-database",
  severity: "error",
  dialects: servers,
  title: "A database or a schema is dropped",
  why: "Everything in it goes, whatever this revision knows of. Drop its tables one by one, each in a revision that a person has read.",
  manual: { postgres: pg("sql-dropschema.html"), mysql: my("drop-database.html") },
  bad: ['op.execute("DROP SCHEMA archive CASCADE");', 'op.execute("DROP DATABASE archive");'],
  good: ['op.execute("DROP VIEW archive_view");'],
  operation: { dropSchema: ({ name }, { isSql }) => (isSql ? undefined : { message: `Schema "${name}" is dropped.` }) },
  statement: { drop: ({ noun, name }) => (noun === "schema" || noun === "database" ? { message: `${noun === "schema" ? "Schema" : "Database"} "${name}" is dropped with all that is in it.` } : undefined) },
});
