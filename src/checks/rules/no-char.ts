import { columnsGiven } from "../columns-given.ts";
import { defineRule, pg, postgres } from "../rule.ts";

export const noChar = defineRule({
  code: "no-char",
  severity: "info",
  dialects: postgres,
  onNewTables: true,
  title: "char(n) pads with blanks",
  why: "Values come back longer than they were written, and some comparisons see the blanks. It saves nothing on PostgreSQL.",
  manual: { postgres: pg("datatype-character.html") },
  bad: ['op.addColumn("users", "country", char(2));'],
  good: ['op.addColumn("users", "country", varchar(2));'],
  operation: columnsGiven(({ type }) => type.kind === "char", (name) => `${name} is padded with blanks.`),
});
