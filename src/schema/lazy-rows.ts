import { canonicalJson } from "../base/json.ts";
import { knownHash, objectHash } from "./same.ts";
import type { RequiredRows } from "./types.ts";

/** Rows whose JSON is longer stand in a snapshot with their hash before them, so that whoever does not touch them need not parse them. */
export const MANY_ROWS = 65_536;

/** Whether rows that nobody asked for yet hold references to other rows. */
const referring = new WeakMap<RequiredRows, boolean | (() => boolean)>();

/** Rows of which the hash is known, and whether they hold references to others, until somebody asks for them: most commands never do. */
export function lazyRows({ hash, refers }: { readonly hash: string; readonly refers: boolean | (() => boolean) }, find: () => RequiredRows["rows"]): RequiredRows {
  let found: RequiredRows["rows"] | undefined;
  const rows: RequiredRows = {
    get rows() {
      return (found ??= find());
    },
  };
  knownHash(rows, hash);
  referring.set(rows, refers);
  return rows;
}

/** Whether rows need to be looked at for references to others. */
export function mayRefer(rows: RequiredRows): boolean {
  const known = referring.get(rows) ?? true;
  if (typeof known === "boolean") return known;
  const refers = known();
  referring.set(rows, refers);
  return refers;
}

/** The text of rows in a snapshot, and what of it counts for the snapshot's digest. */
export function rowsText(object: RequiredRows): { readonly text: string; readonly digested: string } {
  const text = canonicalJson(object);
  if (text.length < MANY_ROWS) return { text, digested: text };
  const hash = JSON.stringify(objectHash(object));
  return { text: `{"hash":${hash},${text.slice(1)}`, digested: `{"hash":${hash}}` };
}
