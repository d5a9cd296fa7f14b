/** Where the numbers of invoices stand is lost. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP SEQUENCE invoice_number");
}
