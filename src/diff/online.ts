import type { Operation } from "../operations/index.ts";
import { keyOf } from "../schema/key.ts";
import type { Schema } from "../schema/types.ts";

/** Which tables get the online form: all, or those of these keys. */
export type OnlineTables = true | readonly string[];

/** What stands on each partition by itself, which has no online form on the partitioned table. */
const ofPartitions: ReadonlySet<string> = new Set(["createIndex", "dropIndex", "createUnique", "createPrimaryKey", "createForeignKey"]);
const kinds: ReadonlySet<string> = new Set(["createIndex", "dropIndex", "createUnique", "createPrimaryKey", "createForeignKey", "createCheck", "backfill"]);

/**
 * The operations in the form that lets others read and write meanwhile. Tables that the revision makes itself stay as they are: nobody
 * waits for those. An index that is dropped before another takes its name is built new first, swapped by renames, and dropped last.
 */
export function onlineOperations(operations: readonly Operation[], before: Schema, tables: OnlineTables): readonly Operation[] {
  const made = new Set(operations.flatMap((operation) => (operation.kind === "createTable" ? [keyOf(operation.table)] : [])));
  const isMeant = (table: string) => !made.has(table) && (tables === true || tables.includes(table));
  const swapped = operations.flatMap((operation, at): readonly Operation[] => {
    if (operation.kind === "dropIndex" && isMeant(operation.table) && replacement(operations, at)) return [];
    const dropped = operation.kind === "createIndex" && isMeant(operation.table) ? replaced(operations, at) : undefined;
    if (operation.kind !== "createIndex" || !dropped) return [operation];
    const { table, index } = operation;
    const temporary = freeName(`${index.name}_new`, before, table);
    return [
      { kind: "createIndex", table, index: { ...index, name: temporary } },
      { kind: "dropIndex", table, name: index.name },
      { kind: "renameIndex", table, from: temporary, to: index.name },
    ];
  });
  return swapped.map((operation): Operation => {
    if (!("table" in operation) || typeof operation.table !== "string" || !isMeant(operation.table)) return operation;
    if (ofPartitions.has(operation.kind) && before.tables[operation.table]?.facts?.partitionBy !== undefined) return operation;
    const isRequired = operation.kind === "alterColumn" && operation.changes.nullable === false && Object.keys(operation.changes).length === 1;
    return kinds.has(operation.kind) || isRequired ? ({ ...operation, options: { ...("options" in operation && operation.options), online: true } } as Operation) : operation;
  });
}

function replacement(operations: readonly Operation[], at: number): Operation | undefined {
  const dropped = operations[at]!;
  return operations.slice(at + 1).find((later) => dropped.kind === "dropIndex" && later.kind === "createIndex" && later.table === dropped.table && later.index.name === dropped.name);
}

function replaced(operations: readonly Operation[], at: number): Operation | undefined {
  const made = operations[at]!;
  return operations.slice(0, at).find((earlier) => made.kind === "createIndex" && earlier.kind === "dropIndex" && earlier.table === made.table && earlier.name === made.index.name);
}

function freeName(wanted: string, { tables }: Schema, table: string): string {
  const taken = new Set(tables[table]?.indexes.map(({ name }) => name));
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
  return name;
}
