import { defineRule, my } from "../rule.ts";

const report = (table: string, column: string, references: string) => ({ table, message: `REFERENCES on the column "${table}.${column}" makes no foreign key to "${references}" on MySQL.`, safer: `op.createForeignKey(${JSON.stringify(table)}, foreignKey().on(${JSON.stringify(column)}).references(${JSON.stringify(references)}, ["id"]));` });

export const inlineReferencesIgnored = defineRule({
  code: "inline-references-ignored",
  severity: "warn",
  dialects: ["mysql"],
  onNewTables: true,
  title: "REFERENCES on a column does nothing",
  why: "MySQL before version 9 reads the words and forgets them: there is no foreign key. Write it as a constraint of the table.",
  manual: { mysql: my("create-table-foreign-keys.html") },
  bad: ['op.execute("ALTER TABLE orders ADD COLUMN tag_id int REFERENCES tags (id)");'],
  good: ['/* target 9.0 */ op.execute("ALTER TABLE orders ADD COLUMN tag_id int REFERENCES tags (id)");', 'op.execute("ALTER TABLE orders ADD CONSTRAINT orders_again FOREIGN KEY (user_id) REFERENCES users (id)");'],
  statement: { createTable: ({ table, columns }, { version }) => (version < 9 ? columns.flatMap(({ name, references }) => (references === undefined ? [] : [report(table, name, references)])) : undefined) },
  action: { addColumn: ({ column }, { table, version }) => (column.references === undefined || version >= 9 ? undefined : report(table, column.name, column.references)) },
});
