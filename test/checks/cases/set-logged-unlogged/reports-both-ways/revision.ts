/** Either way all of it is written anew. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE orders SET UNLOGGED");
  op.execute("ALTER TABLE product SET LOGGED");
}
