/** Every column of the domain is read. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER DOMAIN sku ADD CONSTRAINT sku_shape CHECK (VALUE LIKE 'S%')");
}
