import { expect, test } from "vitest";
import { differenceOf, formerNames, objectText, partText } from "../../src/checks/difference.ts";
import { applyOperations } from "../../src/operations/apply.ts";
import { record } from "../../src/runtime/recorder.ts";
import { before, run } from "./examples.ts";

const marks = { added: "+", changed: "~", removed: "-" } as const;

function told(calls: string): string[] {
  const operations = record((op) => run(op, calls)).map(({ operation }) => operation);
  return differenceOf(before, applyOperations(before, operations), formerNames(operations)).flatMap((each) => [`${marks[each.mark]} ${objectText(each)}`, ...each.parts.filter(() => each.mark === "changed").map((part) => `  ${marks[part.mark]} ${partText(part)}`)]);
}

test("a renamed column is one that changes, with what else changes on it", () => {
  expect(told('op.renameColumn("users", "bio", "story"); op.alterColumn("users", "story", { nullable: false });')).toEqual(["~ table users", "  ~ column bio → story: text → text not null"]);
  expect(told('op.renameColumn("users", "bio", "story"); op.renameColumn("users", "story", "life");')).toEqual(["~ table users", "  ~ column bio → life: text"]);
});

test("a renamed table keeps its columns, renamed ones too", () => {
  expect(told('op.renameColumn("audit_log", "message", "line"); op.renameTable("audit_log", "journal"); op.addColumn("journal", "at", timestamp());')).toEqual(["~ table audit_log → journal", "  + column at: timestamp", "  ~ column message → line: text"]);
});

test("two columns that take each other's name both change, and one whose name is taken over goes", () => {
  expect(told('op.renameColumn("orders", "note", "x"); op.renameColumn("orders", "big_user_id", "note"); op.renameColumn("orders", "x", "big_user_id");')).toEqual(["~ table orders", "  ~ column note → big_user_id: varchar(200)", "  ~ column big_user_id → note: bigint"]);
  expect(told('op.dropColumn("users", "bio"); op.renameColumn("users", "age", "bio");').slice(0, 3)).toEqual(["~ table users", "  - column bio", "  ~ column age → bio: integer"]);
});
