/** A person has thought of it, and says why. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("UPDATE customer SET note = NULL WHERE id > 0");
}

export function downgrade(op: Operations) {
  op.irreversible("The notes are gone.");
}
