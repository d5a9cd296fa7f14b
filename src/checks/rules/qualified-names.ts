import { sqlTokens } from "../../base/sql-tokens.ts";
import { defineRule, pg, postgres, type StatementScene } from "../rule.ts";

const report = (name: string, { isSql, sql }: StatementScene) => (isSql && !name.includes(".") && !isQualified(name, sql) ? { message: `"${name}" stands in whatever schema the search_path names first.` } : undefined);

export const qualifiedNames = defineRule({
  code: "qualified-names",
  severity: "off",
  dialects: postgres,
  onNewTables: true,
  title: "A name without its schema in raw SQL",
  why: "Which table is meant depends on the search_path of the role that runs the revision. A policy of some teams: turn it on in the config.",
  manual: { postgres: pg("ddl-schemas.html#DDL-SCHEMAS-PATH") },
  bad: ['op.execute("CREATE INDEX ix_users_age ON users (age)");', 'op.execute("DELETE FROM users WHERE id = 1");', 'op.execute("CREATE TABLE pet (id integer)");'],
  good: ['op.execute("CREATE TABLE zoo.pet (id integer)");'],
  statement: {
    createTable: ({ table }, scene) => report(table, scene),
    alterTable: ({ table }, scene) => report(table, scene),
    createIndex: ({ table }, scene) => report(table, scene),
    insert: ({ table }, scene) => report(table, scene),
    update: ({ table }, scene) => report(table, scene),
    delete: ({ table }, scene) => report(table, scene),
    dropTable: ({ tables }, scene) => tables.flatMap((table) => report(table, scene) ?? []),
    truncate: ({ tables }, scene) => tables.flatMap((table) => report(table, scene) ?? []),
  },
});

/** Whether the statement says the schema that tables are in anyway, which a key leaves out. */
function isQualified(name: string, sql: string): boolean {
  const tokens = sqlTokens(sql);
  return tokens.some(({ text, value }, at) => (value || text).toLowerCase() === name.toLowerCase() && tokens[at - 1]?.text === ".");
}
