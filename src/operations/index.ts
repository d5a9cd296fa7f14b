import { addColumn, type AddColumn } from "./add-column.ts";
import { addEnumLabel, type AddEnumLabel } from "./add-enum-label.ts";
import { alterColumn, type AlterColumn } from "./alter-column.ts";
import { alterEnum, type AlterEnum } from "./alter-enum.ts";
import { backfill, type Backfill } from "./backfill.ts";
import { bulkInsert, type BulkInsert } from "./bulk-insert.ts";
import { createCheck, type CreateCheck } from "./create-check.ts";
import { createEnum, type CreateEnum } from "./create-enum.ts";
import { createForeignKey, type CreateForeignKey } from "./create-foreign-key.ts";
import { createIndex, type CreateIndex } from "./create-index.ts";
import { createPrimaryKey, type CreatePrimaryKey } from "./create-primary-key.ts";
import { createSchema, type CreateSchema } from "./create-schema.ts";
import { createTable, type CreateTable } from "./create-table.ts";
import { createUnique, type CreateUnique } from "./create-unique.ts";
import type { OperationDefinition } from "./definition.ts";
import { deleteRows, type DeleteRows } from "./delete-rows.ts";
import { dropColumn, type DropColumn } from "./drop-column.ts";
import { dropConstraint, type DropConstraint } from "./drop-constraint.ts";
import { dropEnum, type DropEnum } from "./drop-enum.ts";
import { dropIndex, type DropIndex } from "./drop-index.ts";
import { dropSchema, type DropSchema } from "./drop-schema.ts";
import { dropTable, type DropTable } from "./drop-table.ts";
import { execute, type Execute } from "./execute.ts";
import { irreversible, type Irreversible } from "./irreversible.ts";
import { renameColumn, type RenameColumn } from "./rename-column.ts";
import { renameConstraint, type RenameConstraint } from "./rename-constraint.ts";
import { renameEnum, type RenameEnum } from "./rename-enum.ts";
import { renameEnumLabel, type RenameEnumLabel } from "./rename-enum-label.ts";
import { renameIndex, type RenameIndex } from "./rename-index.ts";
import { renameTable, type RenameTable } from "./rename-table.ts";
import { run, type Run } from "./run.ts";
import { setTableComment, type SetTableComment } from "./set-table-comment.ts";
import { todo, type Todo } from "./todo.ts";
import { updateRows, type UpdateRows } from "./update-rows.ts";
import { upsertRows, type UpsertRows } from "./upsert-rows.ts";
import { withoutTransaction, type WithoutTransaction } from "./without-transaction.ts";

/** Everything a revision can do. A closed union: a function over it that forgets a kind does not compile. */
export type Operation =
  | CreateSchema
  | DropSchema
  | CreateEnum
  | DropEnum
  | RenameEnum
  | AddEnumLabel
  | RenameEnumLabel
  | AlterEnum
  | CreateTable
  | DropTable
  | RenameTable
  | SetTableComment
  | AddColumn
  | DropColumn
  | AlterColumn
  | RenameColumn
  | CreatePrimaryKey
  | CreateUnique
  | CreateForeignKey
  | CreateCheck
  | DropConstraint
  | RenameConstraint
  | CreateIndex
  | DropIndex
  | RenameIndex
  | BulkInsert
  | UpdateRows
  | DeleteRows
  | UpsertRows
  | Backfill
  | Execute
  | Run
  | Todo
  | Irreversible
  | WithoutTransaction;

export type OperationKind = Operation["kind"];
/** The operations that hold rows. */
export type RowOperation = OperationOf<"bulkInsert" | "updateRows" | "deleteRows" | "upsertRows">;

export type OperationOf<K extends OperationKind> = Extract<Operation, { kind: K }>;

/** The definition of every kind. */
export const operations: { readonly [K in OperationKind]: OperationDefinition<OperationOf<K>> } = {
  createSchema,
  dropSchema,
  createEnum,
  dropEnum,
  renameEnum,
  addEnumLabel,
  renameEnumLabel,
  alterEnum,
  createTable,
  dropTable,
  renameTable,
  setTableComment,
  addColumn,
  dropColumn,
  alterColumn,
  renameColumn,
  createPrimaryKey,
  createUnique,
  createForeignKey,
  createCheck,
  dropConstraint,
  renameConstraint,
  createIndex,
  dropIndex,
  renameIndex,
  bulkInsert,
  updateRows,
  deleteRows,
  upsertRows,
  backfill,
  execute,
  run,
  todo,
  irreversible,
  withoutTransaction,
};

/** The definition of one operation, typed for it. */
export function definitionOf<O extends Operation>(operation: O): OperationDefinition<O> {
  return operations[operation.kind] as unknown as OperationDefinition<O>;
}

export function isRowOperation(operation: Operation): operation is RowOperation {
  return "columns" in operation;
}
