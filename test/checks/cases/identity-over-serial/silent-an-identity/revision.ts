/** It belongs to its column. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text)");
}
