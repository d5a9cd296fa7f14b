import { columnNamed } from "../../schema/find.ts";
import { defineRule, everywhere, lite, my, pg } from "../rule.ts";

export const dropColumn = defineRule({
  code: "drop-column",
  severity: "error",
  dialects: everywhere,
  title: "A column is dropped with its values",
  why: "The values are lost, and a downgrade brings the column back without them. Code of the release before still selects it. First release code that neither reads nor writes it (make it nullable for that), then drop it. A computed column loses nothing.",
  manual: { postgres: pg("sql-altertable.html"), mysql: my("alter-table.html"), mariadb: maria(), sqlite: lite("lang_altertable.html#altertabdropcol") },
  bad: ['op.dropColumn("users", "bio");', 'op.execute("ALTER TABLE users DROP COLUMN bio");'],
  good: ['op.dropColumn("users", "name_length");', 'op.alterColumn("users", "email", { nullable: true });'],
  operation: {
    dropColumn: ({ table, column }, { present }) => {
      const found = present.tables[table] && columnNamed(present.tables[table], column);
      if (found?.generated) return undefined;
      return { table, message: `The values of column "${table}.${column}" are lost.`, ...(found && !found.nullable && { safer: `op.alterColumn(${JSON.stringify(table)}, ${JSON.stringify(column)}, { nullable: true }); // drop it in a later revision` }) };
    },
  },
});

function maria(): string {
  return "https://mariadb.com/kb/en/alter-table/";
}
