/** The unit stands beside the column. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "packed_weight", integer().comment("in grams"));
  op.createTable("coupon", { id: integer().primaryKey().comment("a number") }, () => [], { comment: "what makes a thing cheaper" });
}
