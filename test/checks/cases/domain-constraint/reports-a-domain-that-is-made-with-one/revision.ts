/** It cannot change later without reading all columns of it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE DOMAIN sku AS text CHECK (VALUE LIKE 'S%')");
}
