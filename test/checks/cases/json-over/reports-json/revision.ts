/** DISTINCT over a customer fails from here on. */
import { json, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("customer", "settings", json());
}
