/**
 * Older servers do not look at the check.
 *
 * Target  11
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("visit", "page", { nullable: false });
}
