import { sameJson } from "../base/json.ts";
import { normalStatement } from "../base/sql-tokens.ts";
import { objectFields, type FieldKind } from "../schema/object-sql.ts";
import { signatureType } from "../schema/object-key.ts";
import type { Check, Column, DatabaseObject, Default, Index, RoutineParameter } from "../schema/types.ts";
import { samePart, sameType, type Comparison } from "./comparison.ts";

/** Whether two objects of one key do the same, whatever their spelling. */
export function sameDatabaseObject(comparison: Comparison, a: DatabaseObject, b: DatabaseObject): boolean {
  if (a === b || sameJson(a, b)) return true;
  if (a.kind !== b.kind || a.name !== b.name) return false;
  const kinds = objectFields[a.kind] as Readonly<Record<string, FieldKind | undefined>>;
  const [left, right] = [a, b] as unknown as readonly [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((field) => sameField(comparison, a, field, kinds[field] ?? "data", left[field], right[field], b));
}

function sameField(comparison: Comparison, object: DatabaseObject, field: string, kind: FieldKind, a: unknown, b: unknown, other: DatabaseObject): boolean {
  if (sameJson(a, b)) return true;
  // An empty comment is none.
  if (field === "comment") return (a || undefined) === (b || undefined);
  const special = Object.hasOwn(comparers, field) ? comparers[field] : undefined;
  if (special && object.kind !== "sequence") return special(comparison, a as never, b as never, object, other);
  if (typeof a !== "string" || typeof b !== "string") return false;
  return sameTexts[kind](comparison, a, b);
}

const sameTexts: { readonly [K in FieldKind]: (comparison: Comparison, a: string, b: string) => boolean } = {
  query: (_, a, b) => sameStatement(a, b),
  expression: ({ sameExpression }, a, b) => sameStatement(a, b) || sameExpression(a, b),
  // The server keeps the text of a routine as it is; only the lines around it are no part of it.
  text: (_, a, b) => a.trim() === b.trim(),
  type: sameRoutineType,
  data: () => false,
};

type Comparer = (comparison: Comparison, a: never, b: never, object: DatabaseObject, other: DatabaseObject) => boolean;

const comparers: Readonly<Record<string, Comparer | undefined>> = {
  // Without a word it is SQL, and a word is read in any case.
  language: (_, a: string | undefined, b: string | undefined) => (a ?? "sql").toLowerCase() === (b ?? "sql").toLowerCase(),
  parameters: (comparison, a: readonly RoutineParameter[] = [], b: readonly RoutineParameter[] = []) => sameParameters(comparison, a, b),
  orderBy: (comparison, a: readonly RoutineParameter[] = [], b: readonly RoutineParameter[] = []) => sameParameters(comparison, a, b),
  type: (comparison, a: Column["type"], b: Column["type"]) => sameType(comparison, a, b),
  default: (comparison, a: Default | undefined, b: Default | undefined, object) => object.kind === "domain" && comparison.sameDefault(a, b, object.type),
  checks: (comparison, a: readonly Check[] = [], b: readonly Check[] = []) => samePartsOf(a, b, (left, right) => samePart.check(comparison, left, right)),
  indexes: (comparison, a: readonly Index[] = [], b: readonly Index[] = []) => samePartsOf(a, b, (left, right) => samePart.index(comparison, left, right)),
  attributes: (comparison, a: readonly Column[], b: readonly Column[]) => a.length === b.length && a.every((each, at) => sameJson({ ...each, type: undefined }, { ...b[at]!, type: undefined }) && sameType(comparison, each.type, b[at]!.type)),
  roles: (_, a: readonly string[] | undefined, b: readonly string[] | undefined) => sameJson([...(a ?? ["public"])].map(lower).sort(), [...(b ?? ["public"])].map(lower).sort()),
  events: (_, a: readonly { readonly event: string }[], b: readonly { readonly event: string }[]) => sameJson([...a].sort(byEvent), [...b].sort(byEvent)),
  on: (comparison, a: readonly string[] | string, b: readonly string[] | string) => Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each: string, at) => sameStatement(each, b[at] as string) || comparison.sameExpression(each, b[at] as string)),
};

const lower = (text: string): string => text.toLowerCase();
const byEvent = (a: { readonly event: string }, b: { readonly event: string }): number => (a.event < b.event ? -1 : 1);

function sameParameters(comparison: Comparison, a: readonly RoutineParameter[], b: readonly RoutineParameter[]): boolean {
  const sameDefault = (left: string | undefined, right: string | undefined) => left === right || (left !== undefined && right !== undefined && (sameStatement(left, right) || comparison.sameExpression(left, right)));
  return a.length === b.length && a.every((each, at) => each.name === b[at]!.name && each.mode === b[at]!.mode && sameRoutineType(comparison, each.type, b[at]!.type) && sameDefault(each.default, b[at]!.default));
}

function sameRoutineType({ routineType = signatureType }: Comparison, a: string, b: string): boolean {
  return routineType(a) === routineType(b);
}

function samePartsOf<T extends { readonly name: string }>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((each) => b.some((other) => other.name === each.name && same(each, other)));
}

/** Two statements in one spelling: white space, comments, the case of words, needless quotes and a last semicolon make no difference. */
export function sameStatement(a: string, b: string): boolean {
  return a === b || normalStatement(a) === normalStatement(b);
}
