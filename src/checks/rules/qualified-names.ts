import { defineRule, pg, postgres, type StatementScene } from "../rule.ts";

const report = (name: string, { isSql }: StatementScene) => (isSql && !name.includes(".") ? { message: `"${name}" stands in whatever schema the search_path names first.` } : undefined);

export const qualifiedNames = defineRule({
  code: "qualified-names",
  severity: "off",
  dialects: postgres,
  onNewTables: true,
  title: "A name without its schema in raw SQL",
  why: "Which table is meant depends on the search_path of the role that runs the revision. A policy of some teams: turn it on in the config.",
  manual: { postgres: pg("ddl-schemas.html#DDL-SCHEMAS-PATH") },
  bad: ['op.execute("CREATE TABLE pet (id integer)");'],
  good: ['op.execute("CREATE TABLE zoo.pet (id integer)");'],
  statement: { createTable: ({ table }, scene) => report(table, scene), alterTable: ({ table }, scene) => report(table, scene), dropTable: ({ tables }, scene) => report(tables[0] ?? "", scene) },
});
