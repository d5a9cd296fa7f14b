/** An order of old code is paid from here on. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("orders", "state", { default: "paid" });
}
