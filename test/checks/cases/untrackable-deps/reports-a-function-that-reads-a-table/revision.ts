/** The column that it names may go without a word. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE FUNCTION weights() RETURNS bigint LANGUAGE sql AS $$ SELECT sum(weight) FROM product $$");
}
