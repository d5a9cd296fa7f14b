import { randomBytes } from "node:crypto";

/** What the names of scratch databases begin with, on every server. */
export const PREFIX = "graven_harness_";

/** A name for whoever makes scratch databases: it holds a lock of this name as long as it lives. */
export function newOwner(): string {
  return PREFIX + randomBytes(6).toString("hex");
}

/** The owner that a scratch database's name tells, or nothing when it is no such name. */
export function ownerIn(database: string): string | undefined {
  return /^(graven_harness_[0-9a-f]{12})_\d+$/.exec(database)?.[1];
}
