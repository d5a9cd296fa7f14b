/** It keeps its version. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER EXTENSION postgis SET SCHEMA geo");
}
