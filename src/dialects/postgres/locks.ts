import type { Blocked, TableLock } from "../effects.ts";

/** https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
export const lockModes = {
  "ACCESS SHARE": "nothing",
  "ROW SHARE": "nothing",
  "ROW EXCLUSIVE": "nothing",
  "SHARE UPDATE EXCLUSIVE": "schema changes",
  SHARE: "writes",
  "SHARE ROW EXCLUSIVE": "writes",
  EXCLUSIVE: "writes",
  "ACCESS EXCLUSIVE": "reads and writes",
} as const satisfies Record<string, Blocked>;

export type LockMode = keyof typeof lockModes;

export function lock(table: string, mode: LockMode): TableLock {
  return { table, mode, blocks: lockModes[mode] };
}
