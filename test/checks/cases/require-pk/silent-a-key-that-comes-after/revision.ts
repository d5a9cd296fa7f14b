/** It has one before anybody writes a row. */
import { integer, primaryKey, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("visit", { id: integer().notNull(), page: text() });
  op.createPrimaryKey("visit", primaryKey("visit_pkey").on("id"));
}
