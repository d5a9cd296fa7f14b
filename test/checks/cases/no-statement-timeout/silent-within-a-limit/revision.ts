/** After a minute it gives up. */
import { check, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withTimeouts({ statementTimeout: 60 }, () => {
    op.createCheck("product", check("product_price_check", sql`price >= 0`));
  });
}
