import { columnsGiven } from "../columns-given.ts";
import { keyOf } from "../../schema/key.ts";
import type { Table } from "../../schema/types.ts";
import { defineRule, servers, type Report } from "../rule.ts";

const columns = columnsGiven(({ comment }) => !comment, (name) => `${name} has no comment.`);

function tableWithout(table: Table): Report[] {
  return table.comment ? [] : [{ table: keyOf(table), message: `Table "${keyOf(table)}" has no comment.` }];
}

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
    ...columns,
    createTable: (operation, scene) => [...tableWithout(operation.table), ...[columns.createTable!(operation, scene) ?? []].flat()],
  },
});
