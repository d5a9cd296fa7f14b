import { defineRule, everywhere } from "../rule.ts";

export const unmodeledObject = defineRule({
  code: "unmodeled-object",
  severity: "warn",
  dialects: everywhere,
  onNewTables: true,
  title: "SQL changes a table behind the schema's back",
  why: "Snapshots and the next diff know nothing of it: `gen revision --autogenerate` would write it again, or plan on a table that has changed. Use the operations, or say what the SQL does with `op.execute(sql, { schema: (op) => … })`.",
  bad: ['op.execute("ALTER TABLE users ADD COLUMN country char(2)");', 'op.execute("CREATE TABLE pet (id integer)");'],
  good: ['op.execute("ALTER TABLE users ADD COLUMN country char(2)", { schema: (op) => { op.addColumn("users", "country", char(2)); } });', 'op.execute("UPDATE users SET name = \'x\' WHERE id = 1");', 'op.addColumn("users", "country", varchar(2));'],
  revision: ({ steps, operations }) => {
    const reported = new Set<number>();
    return steps.flatMap(({ operation, operations: stood, statement }) => {
      const owner = operations[operation]!.operation;
      if (owner.kind !== "execute" || owner.schema || !stood.length || reported.has(operation)) return [];
      reported.add(operation);
      return [{ operation, message: `The schema does not learn what this ${statement.kind === "createTable" ? "CREATE TABLE" : "statement"} does.`, safer: "op.execute(sql, { schema: (op) => { … } });" }];
    });
  },
});
