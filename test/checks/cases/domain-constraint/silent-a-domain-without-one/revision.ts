/** It is a name for a type. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE DOMAIN sku AS varchar(40)");
}
