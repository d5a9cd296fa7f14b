/**
 * unique under foreign key becomes primary key
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { foreignKey, primaryKey, unique, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("city", "fk_city_country");
  op.dropConstraint("country", "uq_country_code");
  op.createPrimaryKey("country", primaryKey("country_pkey").on("code"));
  op.createForeignKey(
    "city",
    foreignKey("fk_city_country").on("country").references("country", ["code"]),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("city", "fk_city_country");
  op.dropConstraint("country", "country_pkey");
  op.createUnique("country", unique("uq_country_code").on("code"));
  op.createForeignKey(
    "city",
    foreignKey("fk_city_country").on("country").references("country", ["code"]),
  );
}
