/** Two customers may have the same name. */
import { foreignKey, integer, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("letter", { id: integer().primaryKey(), name: varchar(80) }, () => [foreignKey("letter_name_fkey").on("name").references("customer", ["name"])]);
}
