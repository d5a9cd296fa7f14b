import type { ColumnType } from "../../schema/types.ts";
import type { Flavour } from "./flavours.ts";

/** The condition that a column holds a value, to the letter: collations take `a` for `A`, FLOAT keeps seven digits, JSON its own order. */
export function sameSql(flavour: Flavour, column: string, written: string, type: ColumnType | undefined, value: unknown): string {
  if (type?.kind === "json" || type?.kind === "jsonb") return flavour.jsonIsText ? `JSON_COMPACT(${column}) = JSON_COMPACT(${written})` : `${column} = CAST(${written} AS JSON)`;
  if (type?.kind === "real") return `ABS(${column} - ${written}) <= ${Math.abs(Number(value)) * 1e-6}`;
  if (type && texts.has(type.kind)) return `CONVERT(${column} USING utf8mb4) COLLATE utf8mb4_bin = ${written}`;
  if (type?.kind === "numeric" && type.precision !== undefined) return `${column} = CAST(${written} AS DECIMAL(${type.precision},${type.scale ?? 0}))`;
  if (type && type.kind in moments) return `${column} = CAST(${written} AS ${moments[type.kind]}(${("precision" in type && type.precision) || 0}))`;
  return `${column} = ${written}`;
}

const texts: ReadonlySet<string> = new Set(["char", "varchar", "text", "enum"]);

/** Types that round what is written into them. */
const moments: Readonly<Record<string, string>> = { time: "TIME", timestamp: "DATETIME", timestamptz: "DATETIME" };
