import { addColumn, type AddColumn } from "./add-column.ts";
import { addEnumLabel, type AddEnumLabel } from "./add-enum-label.ts";
import { alterColumn, type AlterColumn } from "./alter-column.ts";
import { alterConstraint, type AlterConstraint } from "./alter-constraint.ts";
import { alterEnum, type AlterEnum } from "./alter-enum.ts";
import { alterIndex, type AlterIndex } from "./alter-index.ts";
import { alterTable, type AlterTable } from "./alter-table.ts";
import { backfill, type Backfill } from "./backfill.ts";
import { bulkInsert, type BulkInsert } from "./bulk-insert.ts";
import { confirm, type Confirm } from "./confirm.ts";
import { createCheck, type CreateCheck } from "./create-check.ts";
import { createEnum, type CreateEnum } from "./create-enum.ts";
import { createExclusion, type CreateExclusion } from "./create-exclusion.ts";
import { createForeignKey, type CreateForeignKey } from "./create-foreign-key.ts";
import { createIndex, type CreateIndex } from "./create-index.ts";
import { createObject, type CreateObject } from "./create-object.ts";
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
import { dropObject, type DropObject } from "./drop-object.ts";
import { dropSchema, type DropSchema } from "./drop-schema.ts";
import { dropTable, type DropTable } from "./drop-table.ts";
import { execute, type Execute } from "./execute.ts";
import { irreversible, type Irreversible } from "./irreversible.ts";
import { own, type Own } from "./own.ts";
import { renameColumn, type RenameColumn } from "./rename-column.ts";
import { renameConstraint, type RenameConstraint } from "./rename-constraint.ts";
import { renameEnum, type RenameEnum } from "./rename-enum.ts";
import { renameEnumLabel, type RenameEnumLabel } from "./rename-enum-label.ts";
import { renameIndex, type RenameIndex } from "./rename-index.ts";
import { renameObject, type RenameObject } from "./rename-object.ts";
import { renameTable, type RenameTable } from "./rename-table.ts";
import { replaceObject, type ReplaceObject } from "./replace-object.ts";
import { run, type Run } from "./run.ts";
import { setTableComment, type SetTableComment } from "./set-table-comment.ts";
import { todo, type Todo } from "./todo.ts";
import { updateRows, type UpdateRows } from "./update-rows.ts";
import { upsertRows, type UpsertRows } from "./upsert-rows.ts";
import { validateConstraint, type ValidateConstraint } from "./validate-constraint.ts";
import { withTimeouts, type WithTimeouts } from "./with-timeouts.ts";
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
  | AlterTable
  | CreatePrimaryKey
  | CreateUnique
  | CreateForeignKey
  | CreateCheck
  | CreateExclusion
  | AlterConstraint
  | ValidateConstraint
  | DropConstraint
  | RenameConstraint
  | CreateIndex
  | AlterIndex
  | DropIndex
  | RenameIndex
  | CreateObject
  | DropObject
  | ReplaceObject
  | RenameObject
  | BulkInsert
  | UpdateRows
  | DeleteRows
  | UpsertRows
  | Backfill
  | Execute
  | Own
  | Run
  | Todo
  | Confirm
  | Irreversible
  | WithoutTransaction
  | WithTimeouts;

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
  alterTable,
  createPrimaryKey,
  createUnique,
  createForeignKey,
  createCheck,
  createExclusion,
  alterConstraint,
  validateConstraint,
  dropConstraint,
  renameConstraint,
  createIndex,
  alterIndex,
  dropIndex,
  renameIndex,
  createObject,
  dropObject,
  replaceObject,
  renameObject,
  bulkInsert,
  updateRows,
  deleteRows,
  upsertRows,
  backfill,
  execute,
  own,
  run,
  todo,
  confirm,
  irreversible,
  withoutTransaction,
  withTimeouts,
};

/** The definition of one operation, typed for it. */
export function definitionOf<O extends Operation>(operation: O): OperationDefinition<O> {
  return operations[operation.kind] as unknown as OperationDefinition<O>;
}

/** The operations that others hold for how they are run. */
export function isGroup(operation: Operation): operation is OperationOf<"withoutTransaction" | "withTimeouts"> {
  return operation.kind === "withoutTransaction" || operation.kind === "withTimeouts";
}

export function isRowOperation(operation: Operation): operation is RowOperation {
  return "columns" in operation;
}
