/** The check that stands proves the bounds. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE reading ATTACH PARTITION reading_2025 FOR VALUES FROM (2025) TO (2026)");
}
