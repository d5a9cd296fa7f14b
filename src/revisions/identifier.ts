import { GravenError } from "../base/errors.ts";

/** A target as a person writes it, in its parts: `branch@symbol+2`. */
export interface Identifier {
  readonly text: string;
  /** Left of the `@`: a branch label, an id or the beginning of one. */
  readonly branch?: string;
  /** An id, the beginning of one, a label, or `head`, `heads`, `base`, `current`; empty in `+2` and `label@-1`, which start where the database stands. */
  readonly symbol: string;
  /** Steps from there: up when positive, down when negative. */
  readonly steps: number;
}

/**
 * Takes an identifier apart. Throws REV-029 for what is none.
 * @example parseIdentifier("orders@head-2") // { branch: "orders", symbol: "head", steps: -2 }
 */
export function parseIdentifier(text: string): Identifier {
  const [, branch, symbol = "", steps] = /^(?:([^@:+-]+)@)?([^@:+-]*)([+-]\d+)?$/.exec(text) ?? [];
  if (symbol === "" && steps === undefined) throw new GravenError("REV-029", `"${text}" names no revision.`, { hint: "Give an id or the beginning of one, a label, head, heads, base or current; or steps such as +1, -1, label@+2 or head-2." });
  return { text, ...(branch !== undefined && { branch }), symbol, steps: Number(steps ?? 0) };
}

/** Whether it starts from where the database stands, with nothing else named. */
export function isRelative({ symbol }: Identifier): boolean {
  return symbol === "";
}

/** Whether only the database can tell what it means. In a range, steps alone start from its other end. */
export function needsDatabase(text: string): boolean {
  if (!text.includes(":")) return ["", "current"].includes(parseIdentifier(text).symbol);
  return text.split(":").some((part) => part !== "" && !/^[+-]\d+$/.test(part) && needsDatabase(part));
}

/** The two ends of `a:b`, either or both of which may be left open. Throws REV-028 for what is no range. */
export function parseRange(text: string): readonly [string | undefined, string | undefined] {
  const parts = text.split(":");
  const [start, end] = parts;
  if (parts.length !== 2) throw new GravenError("REV-028", `"${text}" is no range.`, { hint: "Write start:end, start: or :end, as in 384c:head, current: or -5:." });
  return [start || undefined, end || undefined];
}
