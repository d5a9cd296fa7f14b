import { defineRule, everywhere, my, pg, type Scene } from "../rule.ts";

const report = (name: string | undefined, { dialect }: Scene) =>
  name !== undefined && new TextEncoder().encode(name).length > dialect.nameLimit ? { message: `"${name}" is longer than the ${dialect.nameLimit} bytes that ${dialect.title} keeps of a name.` } : undefined;

export const identifierTooLong = defineRule({
  code: "identifier-too-long",
  severity: "warn",
  dialects: everywhere.filter((each) => each !== "sqlite"),
  onNewTables: true,
  title: "A name is longer than the database keeps",
  why: "PostgreSQL cuts it in silence, so that the next DROP or ALTER by the whole name may meet another object; MySQL refuses it.",
  manual: { postgres: pg("sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS"), mysql: my("identifier-length.html") },
  bad: [`op.execute("ALTER TABLE users ADD COLUMN ${"very_".repeat(14)}long integer");`],
  good: ['op.execute("ALTER TABLE users ADD COLUMN short integer");'],
  statement: {
    createTable: ({ table, columns, constraints }, scene) => [table, ...columns.map(({ name }) => name), ...constraints.map(({ name }) => name)].flatMap((name) => report(name, scene) ?? []),
    createIndex: ({ name }, scene) => report(name, scene),
  },
  action: {
    addColumn: ({ column }, scene) => report(column.name, scene),
    addConstraint: ({ constraint }, scene) => report(constraint.name, scene),
    renameColumn: ({ to }, scene) => report(to, scene),
    renameConstraint: ({ to }, scene) => report(to, scene),
    renameIndex: ({ to }, scene) => report(to, scene),
    renameTable: ({ to }, scene) => report(to, scene),
  },
});
