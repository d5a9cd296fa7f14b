/**
 * extensions of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { extension, text, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.createObject(extension("fuzzystrmatch"));
  op.addColumn("shop.job", "name", text());
  op.replaceObject(extension("pg_trgm", { schema: "shop" }));
}

export function downgrade(op: Operations) {
  op.replaceObject(extension("pg_trgm"));
  op.dropColumn("shop.job", "name");
  op.dropObject("extension fuzzystrmatch");
}
