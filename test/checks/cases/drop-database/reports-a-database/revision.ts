/** No way leads back but a backup. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP DATABASE archive");
}
