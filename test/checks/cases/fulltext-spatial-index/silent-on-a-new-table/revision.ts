/** It is empty. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE page (id int PRIMARY KEY, body text)");
  op.execute("CREATE FULLTEXT INDEX ft_page_body ON page (body)");
}
