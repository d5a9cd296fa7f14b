/** Old code finds what it asks for. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.renameTable("product", "article");
  op.execute("CREATE VIEW product AS SELECT * FROM article");
}
