import { columnsGiven } from "../columns-given.ts";
import { defineRule, pg, postgres } from "../rule.ts";

export const textOverVarchar = defineRule({
  code: "text-over-varchar",
  severity: "off",
  dialects: postgres,
  onNewTables: true,
  title: "varchar(n) in place of text",
  why: "A shorter limit later on reads or writes the table; text with a check is as fast, and its limit can change.",
  manual: { postgres: pg("datatype-character.html") },
  bad: ['op.addColumn("users", "city", varchar(80));'],
  good: ['op.addColumn("users", "city", text());'],
  operation: columnsGiven(({ type }) => type.kind === "varchar" && type.length !== undefined, (name) => `${name} is a varchar with a limit.`),
});
