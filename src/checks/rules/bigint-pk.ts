import { columnNamed } from "../../schema/find.ts";
import { keyOf } from "../../schema/key.ts";
import { defineRule, pg, servers } from "../rule.ts";

export const bigintPk = defineRule({
  code: "bigint-pk",
  severity: "info",
  dialects: servers,
  onNewTables: true,
  title: "A key that counts up is smaller than bigint",
  why: "integer ends at 2,147,483,647, smallint at 32,767, and a wider type later on writes the table and every table that points at it anew.",
  manual: { postgres: pg("datatype-numeric.html#DATATYPE-INT") },
  bad: ['op.createTable("pet", { id: integer().primaryKey().autoIncrement(), name: varchar(80) });'],
  good: ['op.createTable("pet", { id: bigint().primaryKey().autoIncrement(), name: varchar(80) });', 'op.createTable("pet_kind", { id: integer().primaryKey(), name: varchar(80) });'],
  operation: {
    createTable: ({ table }) => {
      const [name, second] = table.primaryKey?.columns ?? [];
      const column = name === undefined || second !== undefined ? undefined : columnNamed(table, name);
      const counts = column && (column.autoIncrement || column.identity);
      return counts && (column.type.kind === "integer" || column.type.kind === "smallint") ? { table: keyOf(table), message: `Key "${table.name}.${column.name}" is ${column.type.kind}.`, safer: `${column.name}: bigint().primaryKey().autoIncrement()` } : undefined;
    },
  },
});
