/**
 * policies of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { bigint, integer, policy, sql, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("policy doc.small");
  op.dropObject("policy doc.gone");
  op.alterColumn("doc", "size", { type: bigint() });
  op.alterTable("doc", { rowSecurity: "forced" });
  op.alterTable("open", { rowSecurity: "enabled" });
  op.replaceObject(
    policy("own", {
      table: "doc",
      using: sql`owner = current_user OR owner IS NULL`,
      check: sql`owner = current_user`,
      comment: "Each their own",
    }),
  );
  op.createObject(
    policy("small", { table: "doc", command: "select", restrictive: true, using: sql`size < 10` }),
  );
  op.createObject(policy("all_of_it", { table: "open" }));
}

export function downgrade(op: Operations) {
  op.dropObject("policy open.all_of_it");
  op.dropObject("policy doc.small");
  op.replaceObject(policy("own", { table: "doc", using: sql`owner = current_user` }));
  op.alterTable("open", { rowSecurity: null });
  op.alterTable("doc", { rowSecurity: "enabled" });
  op.alterColumn("doc", "size", { type: integer() });
  op.createObject(policy("gone", { table: "doc", command: "delete", using: sql`true` }));
  op.createObject(
    policy("small", { table: "doc", command: "select", restrictive: true, using: sql`size < 10` }),
  );
}
