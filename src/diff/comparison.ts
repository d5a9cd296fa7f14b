import { sameJson } from "../base/json.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { Check, Column, ColumnType, Exclusion, ForeignKey, Index, IndexPart, PrimaryKey, TablePartKind, Unique } from "../schema/types.ts";

/** What the comparators ask of a dialect: whether two spellings mean the same. */
export type Comparison = Pick<Dialect, "normalType" | "normalFacts" | "sameCounting" | "routineType" | "sameDefault" | "sameExpression" | "canReplace" | "capabilities">;

export function sameType(comparison: Comparison, a: ColumnType, b: ColumnType): boolean {
  return sameJson(a, b) || sameJson(comparison.normalType(a), comparison.normalType(b));
}

/** The parts of a table by kind, as the comparators see them. */
export interface PartOf {
  primaryKey: PrimaryKey;
  unique: Unique;
  foreignKey: ForeignKey;
  check: Check;
  index: Index;
  exclusion: Exclusion;
}

/** Whether two parts do the same, whatever their names. */
export const samePart: { readonly [K in TablePartKind]: (comparison: Comparison, a: PartOf[K], b: PartOf[K]) => boolean } = {
  primaryKey: (_, a, b) => sameJson(withoutName(a), withoutName(b)),
  unique: (_, a, b) => sameJson(withoutName(a), withoutName(b)),
  foreignKey: ({ capabilities }, a, b) => (capabilities.restrictIsNoAction ? sameJson(withoutName(withoutRestrict(a)), withoutName(withoutRestrict(b))) : sameJson(withoutName(a), withoutName(b))),
  check: ({ sameExpression }, { sql: aText, ...a }, { sql: bText, ...b }) => (aText === bText || sameExpression(aText, bText)) && sameJson(withoutName(a), withoutName(b)),
  index: (comparison, a, b) => sameIndex(comparison, a, b),
  exclusion: (comparison, { elements: aParts, ...a }, { elements: bParts, ...b }) => sameIndex(comparison, { ...a, parts: aParts }, { ...b, parts: bParts }),
};

function sameIndex({ sameExpression }: Comparison, a: Pick<Index, "name" | "parts" | "where">, b: Pick<Index, "name" | "parts" | "where">): boolean {
  const { parts: aParts, where: aWhere, ...aRest } = withoutName(a);
  const { parts: bParts, where: bWhere, ...bRest } = withoutName(b);
  const sameText = (left: string, right: string) => left === right || sameExpression(left, right);
  const sameIndexPart = (left: IndexPart, right: IndexPart) => {
    if ("column" in left || "column" in right) return sameJson(left, right);
    const { expression: leftText, ...leftRest } = left;
    const { expression: rightText, ...rightRest } = right;
    return sameText(leftText, rightText) && sameJson(leftRest, rightRest);
  };
  return (
    sameJson(aRest, bRest) &&
    (aWhere === undefined || bWhere === undefined ? aWhere === bWhere : sameText(aWhere, bWhere)) &&
    aParts.length === bParts.length &&
    aParts.every((part, at) => sameIndexPart(part, bParts[at]!))
  );
}

function withoutRestrict({ onDelete, onUpdate, ...rest }: ForeignKey): ForeignKey {
  return { ...rest, ...(onDelete && onDelete !== "restrict" && { onDelete }), ...(onUpdate && onUpdate !== "restrict" && { onUpdate }) };
}

/** Whether two generated columns compute the same. */
export function sameGenerated(comparison: Comparison, a: Column["generated"], b: Column["generated"]): boolean {
  if (!a || !b) return a === b;
  return a.storage === b.storage && (a.sql === b.sql || comparison.sameExpression(a.sql, b.sql));
}

function withoutName<T extends { readonly name: string }>(part: T): Omit<T, "name"> {
  return { ...part, name: undefined };
}
