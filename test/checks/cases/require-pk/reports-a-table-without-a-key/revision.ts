/** Two equal lines cannot be told apart. */
import { text, timestamp, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("visit", { at: timestamp(), page: text() });
}
