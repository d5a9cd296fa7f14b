import type { AlterColumn } from "../../operations/alter-column.ts";
import { definitionOf } from "../../operations/index.ts";
import { columnNamed } from "../../schema/find.ts";
import type { Column, Table } from "../../schema/types.ts";
import { defineRule, everywhere, my, pg, type Report } from "../rule.ts";

export const lossyTypeChange = defineRule({
  code: "lossy-type-change",
  severity: "error",
  dialects: everywhere,
  title: "A column's new type does not hold all values of the old one",
  why: "Values that do not fit are refused, and the revision fails, or they are cut or rounded in silence. Ask the rows first, and say with `using` what becomes of those that do not fit.",
  manual: { postgres: pg("sql-altertable.html"), mysql: my("alter-table.html") },
  bad: ['op.alterColumn("users", "email", { collation: "NOCASE" });', 'op.alterColumn("orders", "note", { type: varchar(20) });', 'op.alterColumn("users", "age", { type: smallint() });'],
  good: ['op.alterColumn("users", "name", { collation: "NOCASE" });', 'op.alterColumn("orders", "note", { type: varchar(400) });', 'op.alterColumn("users", "age", { type: bigint() });'],
  operation: {
    alterColumn: (operation, { present }): Report[] => {
      const table = present.tables[operation.table];
      const column = table && columnNamed(table, operation.column);
      if (!column) return [];
      const warned = definitionOf(operation).warn?.(operation, present).filter(({ code }) => code === "lossy-type-change") ?? [];
      return [...warned.map(({ message }) => ({ table: operation.table, message })), ...textChange(operation, table, column), ...spatialChange(operation, column)];
    },
  },
});

/** Another collation may take values for equal that a key has kept apart, another character set may lack letters. */
function textChange({ table, changes }: AlterColumn, owner: Table, { name, collation, facts }: Column): Report[] {
  const keys = [...(owner.primaryKey ? [owner.primaryKey] : []), ...owner.uniques, ...owner.indexes.filter(({ unique }) => unique).map((index) => ({ name: index.name, columns: index.parts.flatMap((part) => ("column" in part ? [part.column] : [])) }))];
  const key = keys.find(({ columns }) => columns.includes(name));
  const charset = changes.facts?.charset;
  return [
    ...(changes.collation !== undefined && (changes.collation ?? undefined) !== collation && key ? [{ table, message: `"${table}.${name}" is compared in another way from here on: values that "${key.name}" kept apart may be the same, which makes it fail.` }] : []),
    ...(charset !== undefined && charset !== facts?.charset && charset !== "utf8mb4" ? [{ table, message: `"${table}.${name}" goes into the character set ${charset}: letters that it lacks are refused or lost.` }] : []),
  ];
}

function spatialChange({ table, changes }: AlterColumn, { name, facts }: Column): Report[] {
  const srid = changes.facts?.srid;
  return srid !== undefined && srid !== facts?.srid ? [{ table, message: `"${table}.${name}" takes the reference system ${srid} alone: a value of another makes it fail.` }] : [];
}
