import type { AnyTable, NewRow } from "./table.ts";

/** A row of a table by its key, as a value of another row. */
export class DeclaredReference {
  readonly table: AnyTable;
  readonly key: Readonly<Record<string, unknown>>;
  readonly column: string | undefined;

  constructor(table: AnyTable, key: Readonly<Record<string, unknown>>, column: string | undefined) {
    this.table = table;
    this.key = key;
    this.column = column;
  }
}

/**
 * Another row's column, most often its id, by the row's key: the value is looked up when the revision runs. Without a column it
 * is the one that the foreign key points at; revision files name it.
 * @example op.bulkInsert(member, [{ role_id: ref(role, { name: "admin" }, "id") }]);
 */
export function ref<T extends AnyTable>(table: T, key: { readonly [K in keyof NewRow<T>]?: NewRow<T>[K] | DeclaredReference }, column?: keyof NewRow<T> & string): DeclaredReference {
  return new DeclaredReference(table, key, column);
}

export function isDeclaredReference(value: unknown): value is DeclaredReference {
  // By its shape, as a project may load two copies of the package.
  return value instanceof DeclaredReference || (typeof value === "object" && value !== null && value.constructor?.name === DeclaredReference.name && "table" in value && "key" in value);
}
