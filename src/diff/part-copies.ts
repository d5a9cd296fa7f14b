import { sameJson } from "../base/json.ts";
import type { Operation } from "../operations/index.ts";
import type { Table } from "../schema/types.ts";

/** The constraints and indexes of columns that are about to go, made once more over those that come. */
export interface CopiedParts {
  /** Those of the old columns, by name. */
  readonly names: readonly string[];
  readonly creates: readonly Operation[];
  readonly drops: readonly Operation[];
  /** Each copy takes the name of what it copies. */
  readonly renames: readonly Operation[];
}

/** What differs between a table and the same with its columns renamed; `nameOf` gives a copy its name in between. */
export function copiedParts(key: string, before: Table, renamed: Table, nameOf: (name: string) => string): CopiedParts {
  const differing = <T extends { readonly name: string }>(some: readonly T[] = [], others: readonly T[] = []) => others.filter((part, at) => !sameJson(part, some[at])).map((part) => ({ name: part.name, copy: { ...part, name: nameOf(part.name) } }));
  const uniques = differing(before.uniques, renamed.uniques).map(({ name, copy }) => ({ name, to: copy.name, create: { kind: "createUnique", table: key, unique: copy } as Operation }));
  const keys = differing(before.foreignKeys, renamed.foreignKeys).map(({ name, copy }) => ({ name, to: copy.name, create: { kind: "createForeignKey", table: key, foreignKey: copy } as Operation }));
  const checks = differing(before.checks, renamed.checks).map(({ name, copy }) => ({ name, to: copy.name, create: { kind: "createCheck", table: key, check: copy } as Operation }));
  const exclusions = differing(before.exclusions, renamed.exclusions).map(({ name, copy }) => ({ name, to: copy.name, create: { kind: "createExclusion", table: key, exclusion: copy } as Operation }));
  const indexes = differing(before.indexes, renamed.indexes).map(({ name, copy }) => ({ name, to: copy.name, create: { kind: "createIndex", table: key, index: copy } as Operation }));
  const constraints = [...keys, ...uniques, ...checks, ...exclusions];
  return {
    names: [...constraints, ...indexes].map(({ name }) => name),
    // An index first: a foreign key of MySQL makes one of its own where it finds none.
    creates: [...indexes, ...uniques, ...checks, ...exclusions, ...keys].map(({ create }) => create),
    drops: [...constraints.map(({ name }): Operation => ({ kind: "dropConstraint", table: key, name })), ...indexes.map(({ name }): Operation => ({ kind: "dropIndex", table: key, name }))],
    renames: [...constraints.map(({ name, to }): Operation => ({ kind: "renameConstraint", table: key, from: to, to: name })), ...indexes.map(({ name, to }): Operation => ({ kind: "renameIndex", table: key, from: to, to: name }))],
  };
}
