import { judge, type Judgement } from "../../src/checks/judge.ts";
import { rules } from "../../src/checks/rules/index.ts";
import type { Rule } from "../../src/checks/rule.ts";
import { loadDialect, type DialectName } from "../../src/dialects/index.ts";
import { loadReviewKnowledge } from "../../src/dialects/knowledge.ts";
import { applyOperations } from "../../src/operations/apply.ts";
import { emptySchema } from "../../src/schema/types.ts";
import type { Operations } from "../../src/runtime/facade.ts";
import { record } from "../../src/runtime/recorder.ts";
import * as revision from "../../src/runtime/revision.ts";

/** The tables that the examples of the rules speak of. */
export const exampleSchema = `const userStatus = enumeration("user_status", ["active", "blocked"]);
op.createEnum(userStatus);
op.createTable("users", {
  id: integer().primaryKey().autoIncrement(),
  email: varchar(120).notNull().unique(),
  name: varchar(80),
  bio: text(),
  age: integer(),
  name_length: integer().generated(sql\`length(name)\`),
  status: userStatus().notNull().default("active"),
}, () => [check("users_age_check", sql\`age > 0\`), index("ix_users_name").on("name")]);
op.createTable("tags", { id: integer().primaryKey().autoIncrement(), label: varchar(40).notNull() });
op.createTable("orders", {
  id: integer().primaryKey().autoIncrement(),
  user_id: integer().notNull(),
  big_user_id: bigint(),
  tag_id: integer(),
  total: numeric(10, 2).notNull(),
  note: varchar(200),
}, () => [foreignKey("orders_user_id_fkey").on("user_id").references("users", ["id"], { onDelete: "cascade" })]);
op.createTable("membership", { user_id: integer().notNull(), tag_id: integer().notNull() }, () => [
  primaryKey("membership_pkey").on("user_id", "tag_id"),
  foreignKey("membership_user_id_fkey").on("user_id").references("users", ["id"]),
  foreignKey("membership_tag_id_fkey").on("tag_id").references("tags", ["id"]),
]);
op.createTable("audit_log", { id: integer().notNull(), message: text() });`;

const prepared = record((op) => run(op, exampleSchema)).map(({ operation }) => operation);
export const before = applyOperations(emptySchema, prepared);
export { prepared };

/** Runs calls of `op` that are written as text, with the builders of `graven/revision` and the stub \`users\` at hand. */
export function run(op: Operations, text: string): void {
  const { integer, varchar, table } = revision;
  const users = table("users", { id: integer().primaryKey(), email: varchar(120), name: varchar(80) });
  new Function("op", "users", ...Object.keys(revision), text)(op, users, ...Object.values(revision));
}

/** What a rule says of an example. `/* target 14.2 *\/` names the server's version, `/* downgrade: … *\/` the way back. */
export async function judgeExample(text: string, name: DialectName, asked: readonly Rule[] = rules): Promise<Judgement> {
  const [dialect, knowledge] = await Promise.all([loadDialect(name), loadReviewKnowledge(name)]);
  const target = /\/\* target ([\d.]+) \*\//.exec(text)?.[1];
  const back = /\/\* downgrade: (.*) \*\//.exec(text)?.[1];
  const operations = record((op) => run(op, text));
  const downgrade = back === undefined ? [] : record((op) => run(op, back)).map(({ operation }) => operation);
  return judge({ operations, before, dialect, knowledge, version: target, downgrade, hasDowngrade: true }, asked);
}
