/** One of the two tables depends on the search_path. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE public.coupon (id integer)");
  op.execute("TRUNCATE event_log");
}
