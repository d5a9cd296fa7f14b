import { canonicalJson, sameJson } from "../base/json.ts";
import { withoutAbsent } from "./edit.ts";
import { requiredRowsOf } from "./row-values.ts";
import { isTableObject } from "./same.ts";
import type { EnumType, RequiredRows, SchemaObject, Table } from "./types.ts";

/**
 * What `before` → `after` did to an object, done to `present`, which another branch has changed meanwhile. Parts are told
 * apart by their names; `undefined` stands for an object that is not there.
 */
export function rebasedObject(before: SchemaObject | undefined, after: SchemaObject | undefined, present: SchemaObject | undefined): SchemaObject | undefined {
  if (sameJson(before, present) || !before || !after || !present) return after;
  if (isTableObject(before) && isTableObject(after) && isTableObject(present)) return rebasedTable(before, after, present);
  if ("labels" in before && "labels" in after && "labels" in present) return rebasedEnum(before, after, present);
  if (isRows(before) && isRows(after) && isRows(present)) return rebasedRows(before, after, present);
  return after;
}

function isRows(object: SchemaObject): object is RequiredRows {
  return "rows" in object && Array.isArray(object.rows);
}

function rebasedRows(before: RequiredRows, after: RequiredRows, present: RequiredRows): RequiredRows {
  const texts = (rows: RequiredRows["rows"]) => new Set(rows.map(canonicalJson));
  const [former, next, standing] = [texts(before.rows), texts(after.rows), texts(present.rows)];
  const kept = present.rows.filter((row) => next.has(canonicalJson(row)) || !former.has(canonicalJson(row)));
  return requiredRowsOf([...kept, ...after.rows.filter((row) => !standing.has(canonicalJson(row)) && !former.has(canonicalJson(row)))]);
}

function rebasedTable(before: Table, after: Table, present: Table): Table {
  const list = <K extends "columns" | "uniques" | "foreignKeys" | "checks" | "indexes">(key: K) => rebasedParts<Named>(before[key], after[key], present[key]) as unknown as Table[K];
  const single = <K extends "primaryKey" | "comment" | "name" | "schema" | "exclusions" | "facts">(key: K) => (sameJson(before[key], after[key]) ? present[key] : after[key]);
  return withoutAbsent<Table>({
    name: single("name")!,
    schema: single("schema"),
    columns: list("columns"),
    primaryKey: single("primaryKey"),
    uniques: list("uniques"),
    foreignKeys: list("foreignKeys"),
    checks: list("checks"),
    indexes: list("indexes"),
    exclusions: single("exclusions"),
    facts: single("facts"),
    comment: single("comment"),
  });
}

interface Named {
  readonly name: string;
}

function rebasedParts<T extends Named>(before: readonly T[], after: readonly T[], present: readonly T[]): readonly T[] {
  const named = (parts: readonly T[]) => new Map(parts.map((part) => [part.name, part]));
  const [former, next, standing] = [named(before), named(after), named(present)];
  const kept = present.flatMap((part) => {
    const change = next.get(part.name);
    if (!change) return former.has(part.name) ? [] : [part];
    return [sameJson(former.get(part.name), change) ? part : change];
  });
  return [...kept, ...after.filter((part) => !standing.has(part.name) && !former.has(part.name))];
}

function rebasedEnum(before: EnumType, after: EnumType, present: EnumType): EnumType {
  const gone = before.labels.filter((label) => !after.labels.includes(label));
  const labels = present.labels.filter((label) => !gone.includes(label));
  for (const [at, label] of after.labels.entries()) {
    if (labels.includes(label) || before.labels.includes(label)) continue;
    const previous = after.labels[at - 1];
    labels.splice(previous === undefined ? 0 : labels.indexOf(previous) + 1 || labels.length, 0, label);
  }
  return { ...after, labels };
}
