/**
 * unique indexes become constraints
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { column, foreignKey, unique, uniqueIndex, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("pet", "pet_person");
  op.dropIndex("person", "person_desc");
  op.dropConstraint("person", "person_back");
  op.createUnique("person", unique("person_desc").on("m"));
  op.createUnique("person", unique("person_email_key").on("email"), {
    usingIndex: "person_email_idx",
  });
  op.createUnique("person", unique("person_n_key").on("n"), { usingIndex: "person_n_idx" });
  op.createUnique("person", unique("person_name").on("name", "email"), {
    usingIndex: "person_name",
  });
  op.createIndex("person", uniqueIndex("person_back").on("m"));
  op.createForeignKey("pet", foreignKey("pet_person").on("person").references("person", ["n"]));
}

export function downgrade(op: Operations) {
  op.dropConstraint("pet", "pet_person");
  op.dropIndex("person", "person_back");
  op.dropConstraint("person", "person_name");
  op.createIndex("person", uniqueIndex("person_name").on("name", "email"));
  op.dropConstraint("person", "person_n_key");
  op.createIndex("person", uniqueIndex("person_n_idx").on("n"));
  op.dropConstraint("person", "person_email_key");
  op.createIndex("person", uniqueIndex("person_email_idx").on("email"));
  op.dropConstraint("person", "person_desc");
  op.createUnique("person", unique("person_back").on("m"));
  op.createIndex("person", uniqueIndex("person_desc").on(column("m").desc()));
  op.createForeignKey("pet", foreignKey("pet_person").on("person").references("person", ["n"]));
}
