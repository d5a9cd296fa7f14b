import { defineRule, pg, postgres } from "../rule.ts";

export const noStatementTimeout = defineRule({
  code: "no-statement-timeout",
  severity: "off",
  dialects: postgres,
  title: "A statement that works through a table may run without an end",
  why: "It holds its locks for as long as it runs. Set `statementTimeout` in the config, `op.withTimeouts({ statementTimeout: 60 }, …)`, or `statement_timeout` as the first statement.",
  manual: { postgres: pg("runtime-config-client.html#GUC-STATEMENT-TIMEOUT") },
  bad: ['op.createIndex("users", index("ix_users_status").on("status"));'],
  good: ['op.withTimeouts({ statementTimeout: 60 }, () => { op.createIndex("users", index("ix_users_status").on("status")); });', 'op.execute("SET statement_timeout = 60000"); op.createIndex("users", index("ix_users_status").on("status"));', 'op.addColumn("users", "country", varchar(2));'],
  revision: ({ steps, isNew, operations }) => {
    const first = steps.findIndex(({ effects, operation }) => operations[operation]!.limits.statementTimeout === undefined && effects.work.some(({ table }) => !isNew(table)));
    const isSet = steps.slice(0, first).some(({ statement }) => statement.kind === "set" && statement.name === "statement_timeout");
    return first < 0 || isSet ? undefined : { operation: steps[first]!.operation, message: "This works through a table, for as long as it takes." };
  },
});
