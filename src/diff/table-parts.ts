import { sameJson } from "../base/json.ts";
import { byText } from "../base/text.ts";
import type { Operation } from "../operations/index.ts";
import type { Table, TablePartKind } from "../schema/types.ts";
import { samePart, type Comparison, type PartOf } from "./comparison.ts";
import { alterations, staysInPlace } from "./in-place.ts";
import { partsOf } from "./parts.ts";

/** The operations on one kind of a table's parts, apart, as drops and creations stand at different places of a revision. */
export interface PartChanges {
  readonly drops: readonly Operation[];
  readonly creations: readonly Operation[];
}

/** Parts are paired by name; one whose content changed is altered where it stands, or dropped and created. */
export function partChanges<K extends TablePartKind>(key: string, before: Table, after: Table, kind: K, comparison: Comparison): PartChanges {
  const standing = new Map(partsOf(before, kind).map((part) => [part.name, part]));
  const wanted = new Map(partsOf(after, kind).map((part) => [part.name, part]));
  const same = (name: string) => samePart[kind](comparison, standing.get(name) as never, wanted.get(name) as never);
  const stays = (name: string) => standing.has(name) && wanted.has(name) && staysInPlace(kind, comparison, standing.get(name)!, wanted.get(name)!) && !losesPeriod(wanted.get(name)!, before, after);
  const byTheirNames = [...wanted.values()].sort((a, b) => byText(a.name, b.name));
  const gone = [...standing.keys()].filter((name) => !stays(name)).sort(byText);
  return {
    drops: gone.map((name) => dropOf(kind, key, name)),
    creations: [...byTheirNames.filter(({ name }) => !stays(name)).map((part) => creators[kind](key, part)), ...byTheirNames.filter(({ name }) => stays(name) && !same(name)).flatMap((part) => alterations(kind, key, standing.get(part.name)!, part))],
  };
}

/** Whether a key keeps a period apart that is made anew: it goes first, and comes back. */
function losesPeriod(part: object, before: Table, after: Table): boolean {
  if (!("withoutOverlaps" in part)) return false;
  const [present, next] = [before, after].map(({ facts }) => facts?.periods?.[part.withoutOverlaps as string]);
  return !sameJson(present ?? null, next ?? null);
}

export const creators: { readonly [K in TablePartKind]: (table: string, part: PartOf[K]) => Operation } = {
  primaryKey: (table, primaryKey) => ({ kind: "createPrimaryKey", table, primaryKey }),
  unique: (table, unique) => ({ kind: "createUnique", table, unique }),
  foreignKey: (table, foreignKey) => ({ kind: "createForeignKey", table, foreignKey }),
  check: (table, check) => ({ kind: "createCheck", table, check }),
  exclusion: (table, exclusion) => ({ kind: "createExclusion", table, exclusion }),
  index: (table, index) => ({ kind: "createIndex", table, index }),
};

function dropOf(kind: TablePartKind, table: string, name: string): Operation {
  return kind === "index" ? { kind: "dropIndex", table, name } : { kind: "dropConstraint", table, name };
}
