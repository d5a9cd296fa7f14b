/**
 * clustered index becomes a constraint
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { unique, uniqueIndex, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.createUnique("person", unique("person_email_key").on("email"), {
    usingIndex: "person_email_idx",
  });
  op.alterTable("person", {
    clusteredOn: "person_email_key",
    replicaIdentity: { index: "person_email_key" },
  });
}

export function downgrade(op: Operations) {
  op.alterTable("person", {
    clusteredOn: "person_email_key",
    replicaIdentity: { index: "person_email_key" },
  });
  op.dropConstraint("person", "person_email_key");
  op.createIndex("person", uniqueIndex("person_email_idx").on("email"));
  op.alterTable("person", {
    clusteredOn: "person_email_idx",
    replicaIdentity: { index: "person_email_idx" },
  });
}
