/**
 * comments on parts of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { check, comment, enumeration, foreignKey, sql, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const gone = enumeration("gone", ["a"]);

export function upgrade(op: Operations) {
  op.renameEnum("level", "height");
  op.renameConstraint("job", "job_name", "job_called");
  op.dropObject("comment on constraint job.job_key");
  op.dropConstraint("job", "job_city");
  op.dropConstraint("job", "job_pay");
  op.createCheck("job", check("job_pay", sql`pay > 1`));
  op.dropColumn("job", "gone");
  op.createForeignKey(
    "job",
    foreignKey("job_city").on("city").references("shop.city", ["id"], { onDelete: "cascade" }),
  );
  op.alterEnum("mood", ["happy", "sad"]);
  op.createObject(comment("constraint job.job_city", "Where"));
  op.createObject(comment("constraint job.job_pay", "Nobody pays"));
  op.createObject(comment("constraint shop.city.city_pkey", "By number"));
  op.replaceObject(comment("schema shop", "What is bought"));
  op.dropEnum("gone");
}

export function downgrade(op: Operations) {
  op.createEnum(gone);
  op.createObject(comment("type gone", "Goes"));
  op.replaceObject(comment("schema shop", "What is sold"));
  op.dropObject("comment on constraint shop.city.city_pkey");
  op.alterEnum("mood", ["sad", "happy"]);
  op.dropConstraint("job", "job_city");
  op.addColumn("job", "gone", gone());
  op.dropConstraint("job", "job_pay");
  op.createCheck("job", check("job_pay", sql`pay > 0`));
  op.createObject(comment("constraint job.job_pay", "Nobody pays"));
  op.createForeignKey("job", foreignKey("job_city").on("city").references("shop.city", ["id"]));
  op.createObject(comment("constraint job.job_city", "Where"));
  op.createObject(comment("constraint job.job_key", "The number"));
  op.renameConstraint("job", "job_called", "job_name");
  op.renameEnum("height", "level");
}
