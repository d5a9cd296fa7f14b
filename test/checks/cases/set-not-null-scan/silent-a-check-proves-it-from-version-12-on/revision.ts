/**
 * Nothing is read.
 *
 * Target  12
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("visit", "page", { nullable: false });
}
