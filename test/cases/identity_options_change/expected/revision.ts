/**
 * identity options change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { bigint, integer, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterColumn("a", "id", {
    type: bigint(),
    identity: { generation: "byDefault", increment: 3, cache: 4 },
  });
  op.alterColumn("b", "id", { identity: { generation: "byDefault", minValue: 1, maxValue: 500 } });
  op.alterColumn("c", "id", { identity: { generation: "always" } });
  op.alterColumn("d", "id", { identity: null });
  op.alterColumn("e", "id", { identity: { generation: "always" }, autoIncrement: null });
}

export function downgrade(op: Operations) {
  op.alterColumn("e", "id", { identity: null, autoIncrement: true });
  op.alterColumn("d", "id", { identity: { generation: "byDefault", cache: 10 } });
  op.alterColumn("c", "id", { identity: null });
  op.alterColumn("b", "id", { identity: { generation: "always", maxValue: 1000, cycle: true } });
  op.alterColumn("a", "id", {
    type: integer(),
    identity: { generation: "byDefault", start: 5, increment: 2 },
  });
}
