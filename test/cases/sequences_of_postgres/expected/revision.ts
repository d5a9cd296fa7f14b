/**
 * sequences of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, sequence, sql, table, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const born = table("born", {
  id: integer()
    .primaryKey()
    .default(sql`nextval('born_id_seq')`),
});

export function upgrade(op: Operations) {
  op.dropObject("sequence gone_seq");
  op.replaceObject(sequence("extra_seq"));
  op.createObject(sequence("kept_seq", { ownedBy: { table: "kept", column: "id" } }));
  op.createObject(sequence("born_id_seq", { ownedBy: { table: "born", column: "id" } }));
  op.createTable(born);
  op.dropColumn("counted", "extra");
  op.alterColumn("kept", "id", { default: sql`nextval('kept_seq')` });
  op.replaceObject(sequence("extra_seq", { increment: 5 }));
  op.replaceObject(
    sequence("free_seq", { start: 20, increment: -1, minValue: 1, maxValue: 100, comment: "Free" }),
  );
}

export function downgrade(op: Operations) {
  op.replaceObject(sequence("free_seq", { start: 10, maxValue: 100, cycle: true }));
  op.replaceObject(sequence("extra_seq"));
  op.alterColumn("kept", "id", { default: null });
  op.addColumn("counted", "extra", integer().default(sql`nextval('extra_seq')`));
  op.dropTable("born");
  op.dropObject("sequence kept_seq");
  op.replaceObject(sequence("extra_seq", { ownedBy: { table: "counted", column: "extra" } }));
  op.createObject(sequence("gone_seq"));
}
