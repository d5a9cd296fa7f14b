/** Nothing acts on the orders. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("PRAGMA foreign_keys = OFF");
  op.execute("CREATE TABLE customer_new (id integer PRIMARY KEY, email text NOT NULL)");
  op.execute("INSERT INTO customer_new SELECT id, email FROM customer");
  op.execute("DROP TABLE customer");
  op.execute("ALTER TABLE customer_new RENAME TO customer");
}
