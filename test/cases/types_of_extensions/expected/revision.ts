/**
 * types of extensions
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { check, domain, extension, fn, sql, sqlType, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.createObject(extension("citext"));
  op.createObject(domain("email", sqlType("citext"), { checks: [check(sql`VALUE ~ '@'`)] }));
  op.addColumn("job", "email", sqlType("email"));
  op.createObject(
    fn("near", {
      parameters: [{ name: "a", type: "citext" }],
      returns: "boolean",
      language: "sql",
      body: sql`SELECT a = 'x'`,
      volatility: "immutable",
    }),
  );
}

export function downgrade(op: Operations) {
  op.dropObject("function near(citext)");
  op.dropColumn("job", "email");
  op.dropObject("domain email");
  op.dropObject("extension citext");
}
