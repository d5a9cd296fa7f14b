import { keyOf, splitKey } from "../../schema/key.ts";
import type { ForeignKey, Schema, Table } from "../../schema/types.ts";

/** The table of this key, whatever its case where no other spelling is there. */
export function tableLike(schema: Schema, key: string): Table | undefined {
  return schema.tables[keyLike(schema, key)];
}

/** The schema's own spelling of a key. */
export function keyLike(schema: Schema, key: string): string {
  if (Object.hasOwn(schema.tables, key)) return key;
  return Object.keys(schema.tables).find((each) => each.toLowerCase() === key.toLowerCase()) ?? key;
}

/** The key of the table, or of the materialized view, that has an index of this name; `key` may name the index's schema. */
export function tableOfIndex(schema: Schema, key: string): string | undefined {
  const { name } = splitKey(key);
  const owns = ({ indexes, uniques, primaryKey }: Table) => [...indexes, ...uniques, ...(primaryKey ? [primaryKey] : [])].some((index) => index.name === name);
  const view = Object.values(schema.objects).find((object) => object.kind === "materializedView" && object.indexes?.some((index) => index.name === name));
  return Object.keys(schema.tables).find((table) => owns(schema.tables[table]!)) ?? (view?.kind === "materializedView" ? keyOf(view) : undefined);
}

/** Foreign keys from and to a table, each with the table that has it. */
export function foreignKeysAround(schema: Schema, key: string): readonly { readonly owner: string; readonly foreignKey: ForeignKey }[] {
  return Object.entries(schema.tables).flatMap(([owner, { foreignKeys }]) =>
    foreignKeys.filter((foreignKey) => owner === key || foreignKey.references.table === key).map((foreignKey) => ({ owner, foreignKey })),
  );
}
