import { columnsGiven } from "../columns-given.ts";
import { defineRule, pg, postgres } from "../rule.ts";

export const jsonOver = defineRule({
  code: "json-over",
  severity: "warn",
  dialects: postgres,
  onNewTables: true,
  title: "json has no equality",
  why: "DISTINCT, GROUP BY and UNION over a row that holds one fail. jsonb has it, and indexes as well.",
  manual: { postgres: pg("datatype-json.html") },
  bad: ['op.addColumn("users", "settings", json());'],
  good: ['op.addColumn("users", "settings", jsonb());'],
  operation: columnsGiven(({ type }) => type.kind === "json", (name) => `${name} is json: queries with DISTINCT over it fail.`),
});
