/**
 * rename table column and type at once
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { bigint, integer, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameTable("user", "account");
  op.renameColumn("account", "name", "title");
  op.renameColumn("account", "age", "years");
  op.renameIndex("account", "ix_user_name", "ix_account_title");
  op.renameColumn("post", "user_id", "account_id");
  op.alterColumn("account", "title", { type: varchar(80), default: "?" });
  op.alterColumn("account", "years", { type: bigint(), nullable: true });
}

export function downgrade(op: Operations) {
  op.alterColumn("account", "years", { type: integer(), nullable: false });
  op.alterColumn("account", "title", { type: varchar(20), default: null });
  op.renameColumn("post", "account_id", "user_id");
  op.renameIndex("account", "ix_account_title", "ix_user_name");
  op.renameColumn("account", "years", "age");
  op.renameColumn("account", "title", "name");
  op.renameTable("account", "user");
}
