import { normalStatement, sqlTokens, type SqlToken } from "../../base/sql-tokens.ts";

/** Partitions in the one form in which two spellings of the same are equal. */
export function normalPartitions(text: string): string {
  const normal = normalStatement(text.replaceAll("`", "")).replace(/ engine = innodb\b/gi, "").replace(/ partitions \d+ \( partition /, " ( partition ");
  // Where intervals begin to count is told by the server when nobody said it.
  return normal.startsWith("system_time") ? normal.replace(/ starts (?:timestamp )?'[^']*'/i, "") : normal;
}

/** The words after `ALTER TABLE t ` that lead from one partitioning to another, with as few rows moved as the server can. No rows are lost: one that fits nowhere is refused. */
export function repartition(before: string | undefined, after: string | null): string {
  if (after === null) return "REMOVE PARTITIONING";
  const anew = `PARTITION BY ${after}`;
  if (before === undefined) return anew;
  const [present, next] = [readPartitions(before), readPartitions(after)];
  if (present.by !== next.by) return anew;
  if (!present.parts.length && !next.parts.length) return recount(present, next) ?? anew;
  return (present.parts.length && next.parts.length ? regroup(present, next) : undefined) ?? anew;
}

interface Partitioning {
  /** The rule, in its normal form. */
  readonly by: string;
  readonly count: number;
  /** Each `PARTITION … VALUES …` as it is written. */
  readonly parts: readonly string[];
}

function readPartitions(text: string): Partitioning {
  const tokens = sqlTokens(text);
  const open = tokens.findIndex((token, index) => token.text === "(" && wordAfter(tokens, index) === "partition");
  const rule = tokens.slice(0, open < 0 ? undefined : open).map((token) => token.text).join("");
  const counted = /\s+partitions\s+(\d+)\s*$/i.exec(rule);
  return { by: normalPartitions(counted ? rule.slice(0, counted.index) : rule), count: counted ? Number(counted[1]) : 1, parts: open < 0 ? [] : listFrom(tokens, open) };
}

function wordAfter(tokens: readonly SqlToken[], index: number): string | undefined {
  return tokens.slice(index + 1).find(({ kind }) => kind !== "space" && kind !== "comment")?.text.toLowerCase();
}

/** What stands between the commas of a bracket. */
function listFrom(tokens: readonly SqlToken[], open: number): string[] {
  const parts = [""];
  let depth = 0;
  for (const { text } of tokens.slice(open)) {
    if (text === ")") depth--;
    if (depth === 1 && text === ",") parts.push("");
    else if (depth > 0) parts[parts.length - 1] += text;
    if (text === "(") depth++;
    if (depth === 0) break;
  }
  return parts.map((part) => part.trim());
}

/** HASH and KEY: https://mariadb.com/kb/en/partitioning-overview/ */
function recount(before: Partitioning, after: Partitioning): string | undefined {
  if (!/^(?:linear )?(?:hash|key)\b/.test(before.by) || before.count === after.count) return undefined;
  return after.count > before.count ? `ADD PARTITION PARTITIONS ${after.count - before.count}` : `COALESCE PARTITION ${before.count - after.count}`;
}

/** RANGE, LIST and SYSTEM_TIME: partitions that come, and those that are cut anew. */
function regroup(before: Partitioning, after: Partitioning): string | undefined {
  const same = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && normalPartitions(a) === normalPartitions(b);
  const [old, fresh] = [[...before.parts], [...after.parts]];
  const isSystemTime = before.by.startsWith("system_time");
  if (before.by.startsWith("list")) {
    const without = (some: readonly string[], others: readonly string[]) => some.filter((each) => !others.some((other) => same(each, other)));
    return moved(without(old, fresh), without(fresh, old), true);
  }
  while (same(old[0], fresh[0])) {
    old.shift();
    fresh.shift();
  }
  const tail: string[] = [];
  while (same(old.at(-1), fresh.at(-1))) {
    tail.unshift(old.pop()!);
    fresh.pop();
  }
  // History goes before what is current, ranges at the end.
  if (!old.length) return (isSystemTime ? tail.length === 1 : !tail.length) ? moved([], fresh, true) : reopened(tail, fresh);
  if (!fresh.length && !isSystemTime && tail.length) return reopened(tail, [], old);
  // Ranges are cut within their own bounds; the last one may reach further.
  return isSystemTime ? undefined : moved(old, fresh, same(boundOf(old.at(-1)), boundOf(fresh.at(-1))) || (!tail.length && /\bmaxvalue\b/i.test(boundOf(fresh.at(-1)) ?? "")));
}

/** Ranges that come before another one are cut from it, and those that go are joined to it. */
function reopened(tail: readonly string[], fresh: readonly string[], old: readonly string[] = []): string | undefined {
  return /values less than/i.test(tail[0] ?? "") ? moved([...old, tail[0]!], [...fresh, tail[0]!], true) : undefined;
}

function moved(old: readonly string[], fresh: readonly string[], isWithin: boolean): string | undefined {
  if (!fresh.length || !isWithin) return undefined;
  if (!old.length) return `ADD PARTITION (${fresh.join(", ")})`;
  return `REORGANIZE PARTITION ${old.map(nameOf).join(", ")} INTO (${fresh.join(", ")})`;
}

function nameOf(part: string): string {
  return /^partition\s+(`(?:[^`]|``)+`|\S+)/i.exec(part)![1]!;
}

function boundOf(part: string | undefined): string | undefined {
  return part === undefined ? undefined : /values\s+less\s+than\s*(.*)$/is.exec(part)?.[1];
}
