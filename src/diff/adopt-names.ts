import { numbered } from "../schema/names.ts";
import type { Schema, Table, TablePartKind } from "../schema/types.ts";
import { samePart, type Comparison, type PartOf } from "./comparison.ts";
import { staysInPlace } from "./in-place.ts";
import { partKinds, partsOf, withParts } from "./parts.ts";

/**
 * Gives the parts that nobody named the name of an equal part that stands, so that a derived name is never a difference:
 * after a table's rename its constraints keep their names, as they do in the database.
 */
export function adoptNames(before: Schema, after: Schema, derivedNames: ReadonlySet<string>, comparison: Comparison): Schema {
  const tables = Object.fromEntries(
    Object.entries(after.tables).map(([key, table]) => {
      const present = before.tables[key];
      return [key, present && present !== table ? partKinds.reduce((each, kind) => adopted(key, present, each, kind, derivedNames, comparison), table) : table];
    }),
  );
  return { ...after, tables };
}

function adopted<K extends TablePartKind>(key: string, before: Table, after: Table, kind: K, derivedNames: ReadonlySet<string>, comparison: Comparison): Table {
  const parts = partsOf(after, kind);
  const isDerived = (part: PartOf[K]) => derivedNames.has(`${key}.${part.name}`);
  if (!parts.some(isDerived)) return after;
  const standing = partsOf(before, kind);
  const used = new Set<string>(parts.filter((part) => !isDerived(part)).map(({ name }) => name));
  // An equal part of the same name comes first: of two equal parts each keeps its own.
  const claim = (same: (present: PartOf[K], next: PartOf[K]) => boolean) => (part: PartOf[K]) => {
    const equal = standing.filter((each) => !used.has(each.name) && same(each, part));
    const found = equal.find(({ name }) => name === part.name) ?? equal[0];
    if (!found) return undefined;
    used.add(found.name);
    return { ...part, name: found.name };
  };
  const equals = parts.map((part) => (isDerived(part) ? claim((a, b) => samePart[kind](comparison, a as never, b as never))(part) : part));
  // What becomes the part by being altered comes after all that are it already.
  const claimed = parts.map((part, at) => equals[at] ?? claim((a, b) => staysInPlace(kind, comparison, a, b))(part));
  const taken = new Set([...used, ...standing.map(({ name }) => name)]);
  const named = parts.map((part, at): PartOf[K] => {
    const claim = claimed[at];
    if (claim) return claim;
    // A new part may not take a name that another part of the table still carries.
    const replacesItself = standing.some((each) => each.name === part.name) && !used.has(part.name);
    const name = replacesItself ? part.name : numbered(part.name, (each) => taken.has(each), (base, count) => `${base}${count}`, 1);
    taken.add(name);
    used.add(name);
    return { ...part, name };
  });
  return withParts(after, kind, named);
}
