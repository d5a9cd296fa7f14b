import { keyOf } from "../schema/key.ts";
import { draftOf } from "../schema/edit.ts";
import { emptySchema, type Schema, type Table } from "../schema/types.ts";
import { applyOperation } from "./apply.ts";
import type { Operation } from "./index.ts";

/** The operations on a table that its definition can hold from the start. */
const foldable: ReadonlySet<Operation["kind"]> = new Set(["addColumn", "dropColumn", "alterColumn", "renameColumn", "createPrimaryKey", "createUnique", "createCheck", "alterConstraint", "dropConstraint", "renameConstraint", "createIndex", "alterIndex", "dropIndex", "renameIndex", "setTableComment"]);

/** The operations that rows or unknown SQL depend on: what stands before one stays before it. */
const opaque: ReadonlySet<Operation["kind"]> = new Set(["bulkInsert", "updateRows", "deleteRows", "upsertRows", "backfill", "execute", "own", "run", "todo", "confirm", "irreversible", "withoutTransaction", "withTimeouts"]);

/**
 * Fewer operations that do the same: a table that is made and changed before any rows come is made as it is in the end. Nothing is
 * moved past an operation on rows or SQL of the author's, as those see the schema as it stands at their place.
 */
export function reduceOperations(operations: readonly Operation[], before: Schema): readonly Operation[] {
  const reduced: Operation[] = [];
  // Where each table was made that is still to be filled, within the present stretch.
  const made = new Map<string, number>();
  const schema = draftOf(before);
  for (const operation of operations) {
    if (opaque.has(operation.kind)) made.clear();
    const key = "table" in operation && typeof operation.table === "string" ? operation.table : undefined;
    const at = key === undefined ? undefined : made.get(key);
    if (operation.kind === "createTable") made.set(keyOf(operation.table), reduced.push(operation) - 1);
    else if (at !== undefined && foldable.has(operation.kind) && folded(reduced, at, operation, schema)) {
      applyOperation(schema, operation);
      continue;
    } else {
      // What another operation says of a table may need it as it stands.
      if (key !== undefined) made.delete(key);
      for (const each of namesIn(operation)) made.delete(each);
      reduced.push(operation);
    }
    applyOperation(schema, operation);
  }
  return reduced;
}

/** Puts an operation into the table that an earlier one makes. A column that becomes an enum's comes after the enum, so it stays outside. */
function folded(reduced: Operation[], at: number, operation: Operation, schema: Schema): boolean {
  const create = reduced[at] as Extract<Operation, { kind: "createTable" }>;
  const key = keyOf(create.table);
  if (JSON.stringify(operation).includes('"enum"')) return false;
  const alone = draftOf({ ...emptySchema, namespaces: schema.namespaces, enums: schema.enums, tables: { ...schema.tables, [key]: create.table } });
  try {
    applyOperation(alone, operation);
  } catch {
    // What does not fit the table by itself is left as its author wrote it.
    return false;
  }
  const others = Object.keys(schema.tables).filter((each) => each !== key && alone.tables[each] !== schema.tables[each]);
  if (others.length) return false;
  reduced[at] = { kind: "createTable", table: alone.tables[key] as Table };
  return true;
}

/** The tables that an operation names beside its own. */
function namesIn(operation: Operation): readonly string[] {
  if (operation.kind === "renameTable") return [operation.from, operation.to];
  if (operation.kind === "createForeignKey") return [operation.foreignKey.references.table];
  return [];
}
