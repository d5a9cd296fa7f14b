/** Parameters of storage are set beside readers and writers. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product SET (autovacuum_vacuum_scale_factor = 0.02)");
}
