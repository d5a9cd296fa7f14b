/** It is assigned once. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("UPDATE product SET weight = weight + weight, title = title WHERE id = 1");
}
