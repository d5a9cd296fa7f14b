/**
 * required row under a new key of a renamed table
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, table, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const tariff = table("tariff", { id: varchar(10), price: integer() });

export function upgrade(op: Operations) {
  op.renameTable("plan", "tariff");
  op.renameColumn("tariff", "code", "id");
  op.updateRows(tariff, { key: "id", required: true }, [{ id: "p3" }], { was: [{ id: "p2" }] });
  op.updateRows(tariff, { key: "id", required: true }, [{ id: "p3", price: 25 }], {
    was: [{ id: "p3", price: 20 }],
  });
}

export function downgrade(op: Operations) {
  op.updateRows(tariff, { key: "id", required: true }, [{ id: "p3", price: 20 }], {
    was: [{ id: "p3", price: 25 }],
  });
  op.updateRows(tariff, { key: "id", required: true }, [{ id: "p2" }], { was: [{ id: "p3" }] });
  op.renameColumn("tariff", "id", "code");
  op.renameTable("tariff", "plan");
}
