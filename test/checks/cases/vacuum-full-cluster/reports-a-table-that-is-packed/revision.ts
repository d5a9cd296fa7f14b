/** Nobody reads an order until it is done. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("VACUUM FULL orders");
  });
}
