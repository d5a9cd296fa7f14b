/** Each table is written anew once. */
import { bigint, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "weight", { type: bigint() });
  op.alterColumn("event_log", "number", { type: bigint() });
}
