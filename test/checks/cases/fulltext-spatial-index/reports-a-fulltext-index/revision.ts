/** Nobody writes a customer while it is built. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE customer ADD FULLTEXT INDEX ft_customer_note (note)");
}
