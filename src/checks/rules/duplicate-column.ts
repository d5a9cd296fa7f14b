import { defineRule, everywhere } from "../rule.ts";

export const duplicateColumn = defineRule({
  code: "duplicate-column",
  severity: "error",
  dialects: everywhere,
  onNewTables: true,
  title: "A column is declared or assigned twice",
  why: "The database refuses the statement.",
  bad: ['op.execute("CREATE TABLE pet (id integer, name text, name text)");', 'op.execute("INSERT INTO users (email, email) VALUES (\'a\', \'b\')");', 'op.execute("UPDATE users SET name = \'a\', name = \'b\' WHERE id = 1");'],
  good: ['op.execute("CREATE TABLE pet (id integer, name text)");', 'op.execute("UPDATE users SET name = (SELECT max(name) FROM tags, orders), bio = name WHERE id = 1");'],
  statement: {
    createTable: ({ table, columns }) => report(table, columns.map(({ name }) => name), "declared"),
    alterTable: ({ table, actions }) => report(table, actions.flatMap((action) => (action.kind === "addColumn" ? [action.column.name] : [])), "added"),
    insert: ({ table, columns }) => report(table, columns, "given a value"),
    update: ({ table, columns }) => report(table, columns, "assigned"),
  },
});

function report(table: string, names: readonly string[], verb: string) {
  const doubled = names.find((name, at) => names.findIndex((each) => each.toLowerCase() === name.toLowerCase()) < at);
  return doubled === undefined ? undefined : { table, message: `Column "${doubled}" of "${table}" is ${verb} twice.` };
}
