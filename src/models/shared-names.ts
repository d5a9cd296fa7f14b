import { GravenError, type Place } from "../base/errors.ts";
import { keyOf, splitKey } from "../schema/key.ts";
import type { Schema } from "../schema/types.ts";

interface Named {
  readonly name: string;
  readonly schema: string | undefined;
  /** What it is, for a sentence: `the index of table "a"`. */
  readonly what: string;
  /** Where its place is found. */
  readonly path: string;
}

/** MOD-002 for things of different kinds that have one name where the database keeps one space of names for both. */
export function sharedNames({ tables, enums, objects }: Schema, { indexes }: { readonly indexes: boolean }, placeOf: (path: string) => Place | undefined): GravenError[] {
  const all = Object.entries(objects);
  const objectsOf = (kinds: readonly string[]) => all.flatMap(([path, object]): Named[] => (kinds.includes(object.kind) ? [{ name: object.name, schema: "schema" in object ? object.schema : undefined, what: `the ${path}`, path }] : []));
  const ofTables = Object.entries(tables).map(([key, table]): Named => ({ name: table.name, schema: table.schema, what: `the table "${key}"`, path: key }));
  const ofIndexes = Object.entries(tables).flatMap(([key, table]) => table.indexes.map(({ name }): Named => ({ name, schema: splitKey(key).schema, what: `an index of table "${key}"`, path: `${key}.${name}` })));
  const relations = [...ofTables, ...(indexes ? ofIndexes : []), ...objectsOf(["view", "materializedView", "sequence"])];
  const types = objectsOf(["domain", "compositeType", "rangeType"]);
  const ofEnums = types.length ? Object.entries(enums).map(([key, { name, schema }]): Named => ({ name, schema, what: `the enum "${key}"`, path: key })) : [];
  return [...twice(relations, placeOf), ...(types.length ? twice([...ofTables, ...ofEnums, ...types], placeOf) : [])];
}

function twice(things: readonly Named[], placeOf: (path: string) => Place | undefined): GravenError[] {
  const first = new Map<string, Named>();
  return things.flatMap((thing) => {
    const key = keyOf(thing);
    const other = first.get(key);
    if (!other) {
      first.set(key, thing);
      return [];
    }
    const at = placeOf(other.path);
    return [new GravenError("MOD-002", `"${key}" is the name of ${other.what} and of ${thing.what}.`, { place: placeOf(thing.path), hint: `The database keeps one space of names for both.${at ? ` The other one is at ${at.file}:${at.line}.` : ""}` })];
  });
}
