/**
 * default privileges of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { grant, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("grant default tables by pg_monitor to pg_read_all_data");
  op.dropObject("grant default sequences to pg_monitor");
  op.dropObject("grant default functions to public");
  op.createObject(grant("pg_monitor", { on: "default schemas", privileges: ["USAGE"] }));
  op.replaceObject(
    grant("pg_monitor", {
      on: "default tables in audit",
      privileges: ["SELECT", "DELETE"],
      grantable: ["SELECT"],
    }),
  );
  op.createObject(grant("pg_monitor", { on: "default types in audit", privileges: ["USAGE"] }));
}

export function downgrade(op: Operations) {
  op.dropObject("grant default types in audit to pg_monitor");
  op.replaceObject(
    grant("pg_monitor", { on: "default tables in audit", privileges: ["SELECT", "INSERT"] }),
  );
  op.dropObject("grant default schemas to pg_monitor");
  op.createObject(grant("public", { on: "default functions", privileges: [] }));
  op.createObject(grant("pg_monitor", { on: "default sequences", privileges: ["USAGE"] }));
  op.createObject(
    grant("pg_read_all_data", { on: "default tables by pg_monitor", privileges: ["SELECT"] }),
  );
}
