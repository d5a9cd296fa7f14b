/**
 * table facts of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { index, integer, sql, table, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const born = table(
  "born",
  { id: integer().primaryKey() },
  { facts: { unlogged: true, replicaIdentity: "nothing", rowSecurity: "forced" } },
);

export function upgrade(op: Operations) {
  op.createTable(born);
  op.alterColumn("job", "name", { facts: { statistics: 500, options: { n_distinct: "100" } } });
  op.createIndex(
    "job",
    index("job_lower")
      .on(sql`lower(name)`)
      .facts({ options: { fillfactor: "50" }, statistics: { "1": 400 }, comment: "Fast" }),
  );
  op.alterTable("job", { clusteredOn: "job_name", replicaIdentity: { index: "job_name" } });
  op.alterColumn("log", "text", { facts: null });
  op.alterTable("log", {
    clusteredOn: null,
    options: { autovacuum_enabled: "false" },
    replicaIdentity: "full",
    unlogged: null,
  });
}

export function downgrade(op: Operations) {
  op.alterTable("log", {
    clusteredOn: "log_pkey",
    options: { fillfactor: "70" },
    replicaIdentity: null,
    unlogged: true,
  });
  op.alterColumn("log", "text", { facts: { storage: "external", statistics: 100 } });
  op.alterTable("job", { clusteredOn: null, replicaIdentity: null });
  op.dropIndex("job", "job_lower");
  op.alterColumn("job", "name", { facts: null });
  op.dropTable("born");
}
