import { GravenError } from "../../base/errors.ts";
import type { AlterColumn } from "../../operations/alter-column.ts";
import { mentions, usersOfColumn } from "../../operations/drop-column.ts";
import { findColumn, findTable } from "../../schema/find.ts";
import type { Column } from "../../schema/types.ts";
import type { Compilers } from "../ansi/compilers.ts";
import { addCheckClause, alterSql, alterTableSql, dropCheckClause, modifyClause, tableChange, type TableChange } from "./alter-table.ts";
import { storageSwitched, switchesStorage } from "./compile-storage.ts";
import { defaultSql, readDefault } from "./defaults.ts";
import { aroundTypeChange } from "./foreign-key-types.ts";
import type { Flavour } from "./flavours.ts";
import { followersOf } from "./replace-object.ts";
import { quote, serverSql, tableName } from "./quoting.ts";
import { accept, refuseColumn } from "./refuse.ts";
import { columnSql } from "./spelling.ts";
import { waitsForVersioning } from "./system-versioning.ts";

type ColumnCompilers = Pick<Compilers, "addColumn" | "dropColumn" | "alterColumn" | "renameColumn">;

/** The column that holds the converted values while `using` is at work. */
const conversionColumn = "graven_using";

export function columnCompilers(flavour: Flavour): ColumnCompilers {
  return {
    addColumn: (operation, before) => {
      accept(flavour, refuseColumn(flavour, operation.table, operation.column));
      const change = tableChange(operation, operation.table, before);
      if (waitsForVersioning(flavour, change.after, operation.column.name, "add")) return [];
      const start = operation.column.identity?.start;
      return [alterTableSql(change, [`ADD COLUMN ${columnSql(flavour, change.after, operation.column, change.schemaAfter)}`, ...(start === undefined ? [] : [`AUTO_INCREMENT = ${start}`])])];
    },
    dropColumn: (operation, before) => {
      const change = tableChange(operation, operation.table, before);
      if (waitsForVersioning(flavour, change.before, operation.column, "drop")) return [];
      return [alterTableSql(change, [`DROP COLUMN ${quote(operation.column)}`])];
    },
    alterColumn: (operation, before) => {
      const change = tableChange(operation, operation.table, before);
      if ([change.before, change.after].some((table) => waitsForVersioning(flavour, table, operation.column, "alter"))) return [];
      const after = findColumn(change.after, operation.column);
      accept(flavour, refuseColumn(flavour, operation.table, after));
      return aroundTypeChange(flavour, operation.table, operation.column, before, change.schemaAfter, alterations(flavour, operation, change, after));
    },
    renameColumn: (operation, before) => {
      const change = tableChange(operation, operation.table, before);
      const rename = alterSql(operation.table, [`RENAME COLUMN ${quote(operation.from)} TO ${quote(operation.to)}`]);
      const renamed = flavour.renameFollowsExpressions ? [rename, ...renamedColumnCheck(flavour, change, operation)] : aroundRename(flavour, change, operation, rename);
      return [...renamed, ...followersOf(flavour, operation, before)];
    },
  };
}

function alterations(flavour: Flavour, { column, changes }: AlterColumn, change: TableChange, after: Column): string[] {
  const present = findColumn(change.before, column);
  if (changes.using !== undefined && changes.type) return convertedBy(flavour, change, present, after, changes.using);
  if ("generated" in changes && switchesStorage(present.generated, after.generated)) return storageSwitched(flavour, change, present, after);
  const keys = Object.keys(changes).filter((key) => key !== "using");
  const literalDefault = after.default === undefined || "value" in (readDefault(after.default) ?? {});
  if (keys.length === 1 && keys[0] === "default" && literalDefault) return [alterSql(change.key, [defaultClause(flavour, after)])];
  return [alterTableSql(change, [modifyClause(flavour, change.after, column, change.schemaAfter)])];
}

/** A nullable column without a default would refuse rows that leave it out, so it is given NULL. */
function defaultClause(flavour: Flavour, column: Column): string {
  const name = quote(column.name);
  if (!column.default && !column.nullable) return `ALTER COLUMN ${name} DROP DEFAULT`;
  return `ALTER COLUMN ${name} SET DEFAULT ${column.default ? defaultSql(flavour, column) : "NULL"}`;
}

/** The values go through a column of the new type, so that `using` sees the old ones and nothing is cast by the server's own rules. */
function convertedBy(flavour: Flavour, change: TableChange, present: Column, after: Column, using: string): string[] {
  const { key, before, schemaBefore, schemaAfter } = change;
  if (before.primaryKey?.columns.includes(present.name) || before.foreignKeys.some(({ columns }) => columns.includes(present.name)) || present.autoIncrement) {
    throw new GravenError("RUN-022", `${flavour.title} cannot convert column "${key}.${present.name}" by an expression while a key holds it.`, { hint: "Drop the key first and create it again afterwards." });
  }
  const [table, from, to] = [tableName(key), quote(present.name), quote(conversionColumn)];
  const bare = ({ name, type }: Column, schema = schemaAfter) => columnSql(flavour, { ...before, checks: [] }, { name, type, nullable: true }, schema);
  return [
    alterSql(key, [`ADD COLUMN ${bare({ ...after, name: conversionColumn })}`]),
    `UPDATE ${table} SET ${to} = ${serverSql(using)}`,
    alterSql(key, [`MODIFY COLUMN ${bare(present, schemaBefore)}`]),
    `UPDATE ${table} SET ${from} = NULL`,
    alterSql(key, [`MODIFY COLUMN ${bare(after)}`]),
    `UPDATE ${table} SET ${from} = ${to}`,
    alterSql(key, [modifyClause(flavour, change.after, present.name, schemaAfter), `DROP COLUMN ${to}`]),
  ];
}

/**
 * A check's name says whether it belongs to a column: one that bore the old name becomes a check of the table, and one of
 * the table that bears the new name becomes the column's.
 */
function renamedColumnCheck(flavour: Flavour, change: TableChange, { from, to }: { readonly from: string; readonly to: string }): string[] {
  if (!flavour.columnChecks) return [];
  const named = (name: string) => change.after.checks.filter((check) => check.name === name);
  const clauses = [...named(to).map(({ name }) => `${flavour.dropCheck} ${quote(name)}`), ...named(from).map((check) => addCheckClause(flavour, change, check))];
  // JSON is text with a check under the column's name; the check keeps the old name until the column is said again.
  const isJson = /^jsonb?$/.test(findColumn(change.after, to).type.kind);
  return clauses.length || isJson ? [alterSql(change.key, [modifyClause(flavour, change.after, to, change.schemaAfter), ...clauses])] : [];
}

/** Where the server refuses to rename what an expression names, the expressions step aside and come back renamed. */
function aroundRename(flavour: Flavour, change: TableChange, { from }: { readonly from: string }, rename: string): string[] {
  const { before, after, key } = change;
  const checks = before.checks.filter(({ sql }) => mentions(sql, from));
  const generated = before.columns.filter((column) => column.generated && mentions(column.generated.sql, from));
  for (const { name } of generated) {
    const users = usersOfColumn(change.schemaBefore, key, name);
    if (users.length) throw new GravenError("RUN-022", `${flavour.title} cannot rename column "${key}.${from}": the generated column "${name}" computes from it, and ${users.join(", ")} stands on that.`, { hint: `Drop ${users.join(", ")} first and create it again afterwards.` });
  }
  const indexes = before.indexes.filter(({ parts }) => parts.some((part) => "expression" in part && mentions(part.expression, from)));
  if (indexes.length) throw new GravenError("RUN-022", `${flavour.title} cannot rename column "${key}.${from}" while an index is computed from it.`, { hint: `Drop ${indexes.map(({ name }) => name).join(", ")} first and create it again afterwards.` });
  const aside = [...checks.map(({ name }) => dropCheckClause(flavour, change, name)), ...generated.map(({ name }) => `DROP COLUMN ${quote(name)}`)];
  if (!aside.length) return [rename];
  const back = [
    ...generated.map(({ name }) => `ADD COLUMN ${columnSql(flavour, after, findColumn(findTable(change.schemaAfter, key), name), change.schemaAfter)}`),
    ...after.checks.filter(({ name }) => checks.some((check) => check.name === name)).map((check) => addCheckClause(flavour, change, check)),
  ];
  return [alterSql(key, aside), rename, alterSql(key, back)];
}
