/** It is worked out for every product, in a copy. */
import { sql, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "token", varchar(36).notNull().default(sql`(uuid())`));
}
