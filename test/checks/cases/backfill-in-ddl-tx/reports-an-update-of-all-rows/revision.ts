/** No condition: every product stays locked until the end. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("UPDATE product SET weight = 0");
}
