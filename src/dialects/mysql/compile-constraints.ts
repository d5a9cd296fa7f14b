import { GravenError } from "../../base/errors.ts";
import { withChanges } from "../../operations/changes.ts";
import { findConstraint, findIndex, findTable, type NamedConstraint } from "../../schema/find.ts";
import type { ConstraintKind } from "../../schema/types.ts";
import type { Compilers } from "../ansi/compilers.ts";
import { addCheckClause, alterSql, alterTableSql, dropCheckClause, tableChange, type TableChange } from "./alter-table.ts";
import type { Flavour } from "./flavours.ts";
import { implicitIndexes } from "./implicit-indexes.ts";
import { quote } from "./quoting.ts";
import { accept, refuseCheck, refuseForeignKey, refuseIndex, refuseOverlaps, refuseUnique } from "./refuse.ts";
import { foreignKeySql, indexSql, keyColumns, uniqueSql } from "./spelling.ts";

type ConstraintCompilers = Pick<Compilers, "createPrimaryKey" | "createUnique" | "createForeignKey" | "createCheck" | "alterConstraint" | "dropConstraint" | "renameConstraint" | "createIndex" | "alterIndex" | "dropIndex" | "renameIndex">;

export function constraintCompilers(flavour: Flavour): ConstraintCompilers {
  const droppers: { readonly [K in ConstraintKind]: (change: TableChange, name: string) => string } = {
    primaryKey: () => "DROP PRIMARY KEY",
    unique: (_, name) => `DROP INDEX ${quote(name)}`,
    foreignKey: (_, name) => `DROP FOREIGN KEY ${quote(name)}`,
    check: (change, name) => dropCheckClause(flavour, change, name),
    exclusion: (_, name) => {
      throw new GravenError("RUN-022", `${flavour.title} has no exclusion constraints, so there is no "${name}" to drop.`);
    },
  };
  return {
    createPrimaryKey: (operation, before) => {
      accept(flavour, refuseOverlaps(flavour, operation.table, findTable(before, operation.table), operation.primaryKey));
      return [alterTableSql(tableChange(operation, operation.table, before), [`ADD PRIMARY KEY (${keyColumns(operation.primaryKey)})`])];
    },
    createUnique: (operation, before) => {
      const { table, unique, options } = operation;
      accept(flavour, refuseUnique(flavour, table, findTable(before, table), unique));
      // A unique constraint is a unique index and nothing else.
      if (options?.usingIndex !== undefined) return options.usingIndex === unique.name ? [] : [alterSql(table, [renameIndexClause(options.usingIndex, unique.name)])];
      return [alterTableSql(tableChange(operation, operation.table, before), [`ADD ${uniqueSql(operation.unique)}`])];
    },
    createForeignKey: (operation, before) => {
      accept(flavour, refuseForeignKey(flavour, operation.table, operation.foreignKey, findTable(before, operation.table)));
      return [alterTableSql(tableChange(operation, operation.table, before), [`ADD ${foreignKeySql(operation.foreignKey)}`])];
    },
    createCheck: (operation, before) => {
      accept(flavour, refuseCheck(flavour, operation.table, operation.check));
      return [alterSql(operation.table, [addCheckClause(flavour, tableChange(operation, operation.table, before), operation.check)])];
    },
    alterConstraint: ({ table, name, changes }, before) => {
      const found = findConstraint(findTable(before, table), name);
      if (found.kind === "foreignKey") accept(flavour, refuseForeignKey(flavour, table, withChanges(found.constraint, changes)));
      if (found.kind === "check") accept(flavour, refuseCheck(flavour, table, withChanges(found.constraint, changes)));
      return changes.notEnforced === undefined ? [] : [alterSql(table, [`ALTER CHECK ${quote(name)} ${changes.notEnforced ? "NOT ENFORCED" : "ENFORCED"}`])];
    },
    dropConstraint: (operation, before) => {
      const change = tableChange(operation, operation.table, before);
      return [alterTableSql(change, [droppers[findConstraint(change.before, operation.name).kind](change, operation.name)])];
    },
    renameConstraint: (operation, before) => {
      const change = tableChange(operation, operation.table, before);
      return renames(flavour, change, findConstraint(change.before, operation.from), operation.to);
    },
    createIndex: (operation, before) => {
      accept(flavour, refuseIndex(flavour, operation.table, findTable(before, operation.table), operation.index));
      return [alterTableSql(tableChange(operation, operation.table, before), [`ADD ${indexSql(flavour, operation.index)}`])];
    },
    alterIndex: (operation, before) => {
      const { table, name, changes } = operation;
      const present = findIndex(findTable(before, table), name);
      const next = withChanges(present, changes);
      accept(flavour, refuseIndex(flavour, table, findTable(before, table), next));
      // A comment is part of the definition. Dropped and added in one statement, the server keeps the index that it has built.
      if (present.comment !== next.comment) return [alterSql(table, [`DROP INDEX ${quote(name)}`, `ADD ${indexSql(flavour, next)}`])];
      const { word, usedWord } = flavour.ignoredIndex;
      return present.invisible === next.invisible ? [] : [alterSql(table, [`ALTER INDEX ${quote(name)} ${next.invisible ? word : usedWord}`])];
    },
    dropIndex: (operation, before) => {
      findIndex(findTable(before, operation.table), operation.name);
      return [alterTableSql(tableChange(operation, operation.table, before), [`DROP INDEX ${quote(operation.name)}`])];
    },
    renameIndex: ({ table, from, to }) => [alterSql(table, [renameIndexClause(from, to)])],
  };
}

/** A unique constraint is an index; checks and foreign keys cannot be renamed and are made again; the primary key has one name. */
function renames(flavour: Flavour, change: TableChange, { kind, constraint }: NamedConstraint, to: string): string[] {
  const { key } = change;
  if (kind === "primaryKey") return [];
  if (kind === "unique") return [alterSql(key, [renameIndexClause(constraint.name, to)])];
  if (kind === "check") return [alterSql(key, [dropCheckClause(flavour, change, constraint.name)]), alterSql(key, [addCheckClause(flavour, change, { ...constraint, name: to })])];
  if (kind === "exclusion") return [];
  const index = implicitIndexes(change.before).some(({ name }) => name === constraint.name) ? [renameIndexClause(constraint.name, to)] : [];
  // Two statements: a foreign key that is dropped and one that is added cannot share an ALTER that copies the table.
  return [alterSql(key, [`DROP FOREIGN KEY ${quote(constraint.name)}`, ...index]), alterSql(key, [`ADD ${foreignKeySql({ ...constraint, name: to })}`])];
}

function renameIndexClause(from: string, to: string): string {
  return `RENAME INDEX ${quote(from)} TO ${quote(to)}`;
}
