import type { Effects, WorkKind } from "../dialects/effects.ts";

/** Whether a statement does this kind of work on the table. */
export function worksOn({ work }: Effects, table: string, kind: WorkKind): boolean {
  return work.some((each) => each.table === table && each.kind === kind);
}
