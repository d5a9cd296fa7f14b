/**
 * MySQL has no exclusion constraints.
 *
 * On      mysql, mariadb, sqlite
 */
import { exclusion, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createExclusion("orders", exclusion("orders_once", { method: "gist" }).on(["remark", "="]));
}
