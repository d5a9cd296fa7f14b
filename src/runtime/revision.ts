/** `graven/revision`: everything a revision file needs, and nothing that is heavy to load. */
export * from "../models/index.ts";
export { defineOperation, type OwnOperation } from "../operations/define-operation.ts";
export type { OwnDefinition, OwnDialect } from "../operations/own.ts";
export type { ExecuteOptions, Operations, RevisionContext } from "./facade.ts";
export type { BuiltQuery, CellOf, ColumnChangeOptions, DatabaseOf, FormerRows, KeyedRow, KeyOption, Stubs, TableReference } from "./facade-types.ts";
