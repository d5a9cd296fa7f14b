import { columnsGiven } from "../columns-given.ts";
import { keyOf } from "../../schema/key.ts";
import { defineRule, servers } from "../rule.ts";

export const commentsRequired = defineRule({
  code: "comments-required",
  severity: "off",
  dialects: servers,
  onNewTables: true,
  title: "A table or column without a comment",
  why: "A policy of some teams: turn it on in the config.",
  bad: ['op.addColumn("users", "country", varchar(2));'],
  good: ['op.addColumn("users", "country", varchar(2).comment("ISO 3166"));'],
  operation: {
    ...columnsGiven(({ comment }) => !comment, (name) => `${name} has no comment.`),
    createTable: ({ table }) => (table.comment ? undefined : { table: keyOf(table), message: `Table "${keyOf(table)}" has no comment.` }),
  },
});
