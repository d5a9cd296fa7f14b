/** An email belongs to one customer. */
import { foreignKey, integer, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("letter", { id: integer().primaryKey(), email: varchar(120) }, () => [foreignKey("letter_email_fkey").on("email").references("customer", ["email"])]);
}
