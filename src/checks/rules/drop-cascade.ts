import { defineRule, pg, postgres } from "../rule.ts";

const report = (what: string, table?: string) => ({ ...(table !== undefined && { table }), message: `${what} is dropped with CASCADE: whatever needs it goes along, and no line says what that is.` });

export const dropCascade = defineRule({
  code: "drop-cascade",
  severity: "error",
  dialects: postgres,
  title: "CASCADE drops what is not named",
  why: "Views, foreign keys, functions and columns that depend on it go too, also those that another team made. Name each of them, and let the database refuse the rest.",
  manual: { postgres: pg("ddl-depend.html") },
  bad: ['op.execute("DROP TABLE users CASCADE");', 'op.execute("ALTER TABLE users DROP COLUMN bio CASCADE");', 'op.execute("DROP TYPE mood CASCADE");'],
  good: ['op.execute("DROP TABLE audit_log");', 'op.dropColumn("users", "bio");'],
  statement: {
    dropTable: ({ tables, cascade }) => (cascade ? report(`Table "${tables[0]}"`, tables[0]) : undefined),
    drop: ({ noun, name, cascade }) => (cascade ? report(`${noun[0]!.toUpperCase()}${noun.slice(1)} "${name}"`) : undefined),
    dropIndex: ({ indexes, cascade }) => (cascade ? report(`Index "${indexes[0]}"`) : undefined),
  },
  action: {
    dropColumn: ({ column, cascade }, { table }) => (cascade ? report(`Column "${table}.${column}"`, table) : undefined),
    dropConstraint: ({ name, cascade }, { table }) => (cascade ? report(`Constraint "${name}"`, table) : undefined),
  },
});
