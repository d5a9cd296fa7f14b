import { defineRule, everywhere, pg } from "../rule.ts";

export const renameTable = defineRule({
  code: "rename-table",
  severity: "error",
  dialects: everywhere,
  title: "A table is renamed",
  why: "Code of the release before asks for the old name until it is gone. Leave a view under the old name for that time (a simple view takes writes as well), or stop the application for the change.",
  manual: { postgres: pg("sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS") },
  bad: ['op.renameTable("users", "people");'],
  good: ['op.renameIndex("users", "ix_users_name", "users_by_name");', 'op.renameTable("users", "people"); op.execute("CREATE VIEW users AS SELECT * FROM people");'],
  operation: {
    renameTable: ({ from, to }, { steps }) => {
      const hasView = steps.some(({ statement }) => statement.kind === "create" && statement.noun === "view" && statement.name === from);
      return hasView ? undefined : { table: from, message: `Table "${from}" is called "${to}" from here on: code that asks for "${from}" fails.`, safer: `op.renameTable(${JSON.stringify(from)}, ${JSON.stringify(to)});\nop.execute(${JSON.stringify(`CREATE VIEW ${from} AS SELECT * FROM ${to}`)}); // drop it once no release asks for it` };
    },
  },
});
