/** It means one table, whoever asks. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DELETE FROM public.event_log WHERE number < 100");
}
