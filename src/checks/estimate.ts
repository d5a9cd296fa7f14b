import type { Effects, WorkKind } from "../dialects/effects.ts";

/** What a catalogue says of a table. */
export interface TableSize {
  readonly rows?: number;
  readonly bytes?: number;
}

/** Bytes that a server of middle size does in a second, by the kind of work: for an order of magnitude, not for a clock. */
const rates: { readonly [K in WorkKind]: number } = { scan: 300e6, "index build": 60e6, rewrite: 40e6 };

/** How long the work of a statement may take on tables of these sizes; nothing where it does none, or the sizes are not known. */
export function estimateOf({ work }: Effects, sizes: ReadonlyMap<string, TableSize>): string | undefined {
  const seconds = work.flatMap(({ table, kind }) => {
    const bytes = sizes.get(table)?.bytes;
    return bytes === undefined ? [] : [bytes / rates[kind]];
  });
  if (!seconds.length) return undefined;
  const total = seconds.reduce((sum, each) => sum + each, 0);
  if (total < 1) return "under a second";
  return total < 90 ? `about ${Math.ceil(total)} s` : total < 5400 ? `about ${Math.ceil(total / 60)} min` : `about ${Math.ceil(total / 3600)} h`;
}

/** `1.2 GB`. */
export function bytesText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${value >= 10 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
