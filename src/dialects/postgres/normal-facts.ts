import { byText } from "../../base/text.ts";
import { significantTokens } from "../../base/sql-tokens.ts";
import type { TableFacts } from "../../schema/types.ts";

/** A partition's bound as the catalogue spells it: `FOR VALUES FROM ('2024-01-01') TO (MAXVALUE)`, `FOR VALUES WITH (modulus 2, remainder 0)`. */
export function normalBound(bound: string): string {
  const words = significantTokens(bound).map(({ kind, text }) => (kind !== "word" ? text : /^(?:modulus|remainder|true|false)$/i.test(text) ? text.toLowerCase() : text.toUpperCase()));
  return words.join(" ").replace(/\( /g, "(").replace(/ (?=[,)])/g, "").replace(/- (?=\d)/g, "-");
}

/** A table's facts, each in one spelling. A parent that is added stands last, wherever its name stands. */
export function normalFacts({ partitionOf, inherits, ...facts }: TableFacts): TableFacts {
  return { ...facts, ...(inherits && { inherits: [...inherits].sort(byText) }), ...(partitionOf && { partitionOf: { ...partitionOf, bound: normalBound(partitionOf.bound) } }) };
}
