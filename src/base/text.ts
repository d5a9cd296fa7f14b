/** `"a", "b" and "c"`: names in quotes, for a sentence. */
export function quotedList(names: readonly string[], joiner = "and"): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.pop();
  if (last === undefined) return "";
  return quoted.length ? `${quoted.join(", ")} ${joiner} ${last}` : last;
}

/** `1 table`, `2 tables`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** A file's text without the mark that some editors put first. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

/** The candidate that a mistyped name most likely meant, when one is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3) + (name.length > 3 ? 1 : 0));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** `Did you mean "email"?`, or nothing when no candidate is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const near = nearest(name, candidates);
  return near === undefined ? undefined : `Did you mean "${near}"?`;
}

/** Lower case words joined by underscores, for a file name; cut at a word within `limit` characters. */
export function slug(message: string, limit = 40): string {
  const words = message.normalize("NFKD").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  let result = "";
  for (const word of words) {
    const next = result ? `${result}_${word}` : word;
    if (next.length > limit) return result || word.slice(0, limit);
    result = next;
  }
  return result;
}

/** Plain code-unit order: the same on every machine and locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Damerau-Levenshtein distance with adjacent transpositions. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, beforeLast[j - 2]! + 1);
      row.push(value);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
