import { GravenError } from "../../base/errors.ts";
import { indexUses, mentions, usersOfColumn } from "../../operations/drop-column.ts";
import type { Column, Generated, Index, Unique } from "../../schema/types.ts";
import { addCheckClause, alterSql, alterTableSql, dropCheckClause, isColumnCheck, type TableChange } from "./alter-table.ts";
import type { Flavour } from "./flavours.ts";
import { quote, tableName } from "./quoting.ts";
import { columnSql, indexSql, uniqueSql } from "./spelling.ts";

/** The column that holds the values while a virtual column becomes a plain one. */
const keptColumn = "graven_kept";

/** Only stored values and plain ones turn into each other. https://dev.mysql.com/doc/refman/8.0/en/alter-table-generated-columns.html */
export function switchesStorage(before: Generated | undefined, after: Generated | undefined): boolean {
  return (before?.storage === "virtual") !== (after?.storage === "virtual");
}

/**
 * A column that goes and comes back with other storage. What it computed is kept where it turns into a plain one; keys, checks
 * and computed columns that use it step aside.
 */
export function storageSwitched(flavour: Flavour, change: TableChange, present: Column, after: Column): string[] {
  const { key, schemaAfter } = change;
  const users = usersOf(flavour, change, present.name);
  const column = columnSql(flavour, change.after, after, schemaAfter);
  if (after.generated) return [...users.aside, alterTableSql(change, [`DROP COLUMN ${quote(present.name)}`, `ADD COLUMN ${column}`, ...users.back])];
  const kept = columnSql(flavour, { ...change.before, checks: [] }, { name: keptColumn, type: after.type, nullable: true }, schemaAfter);
  return [
    alterSql(key, [`ADD COLUMN ${kept}`]),
    `UPDATE ${tableName(key)} SET ${quote(keptColumn)} = ${quote(present.name)}`,
    ...users.aside,
    alterTableSql(change, [`DROP COLUMN ${quote(present.name)}`, `CHANGE COLUMN ${quote(keptColumn)} ${column}`, ...users.back]),
  ];
}

/** What uses the column: statements that take it away, and clauses that bring it back. */
function usersOf(flavour: Flavour, change: TableChange, name: string): { aside: string[]; back: string[] } {
  const { key, before, after, schemaBefore, schemaAfter } = change;
  const keys: readonly (Index | Unique)[] = [...before.uniques.filter(({ columns }) => columns.includes(name)), ...before.indexes.filter((index) => indexUses(index, name))];
  const checks = before.checks.filter((check) => mentions(check.sql, name) && !(check.name === name && isColumnCheck(flavour, before, name)));
  const computed = before.columns.filter((column) => column.name !== name && column.generated && mentions(column.generated.sql, name));
  const steppingAside = new Set([...[...keys, ...checks, ...computed].map((each) => each.name), name]);
  const left = [name, ...computed.map((column) => column.name)].flatMap((column) => usersOfColumn(schemaBefore, key, column)).filter((user) => !steppingAside.has(user));
  if (left.length) {
    throw new GravenError("RUN-022", `${flavour.title} cannot change how column "${key}.${name}" is stored: ${[...new Set(left)].join(", ")} stands on it.`, {
      hint: `Drop ${[...new Set(left)].join(", ")} first and create it again afterwards.`,
    });
  }
  const aside = [
    ...keys.map((each) => `DROP INDEX ${quote(each.name)}`),
    ...checks.map((each) => dropCheckClause(flavour, change, each.name)),
    ...computed.map((each) => `DROP COLUMN ${quote(each.name)}`),
  ];
  return {
    aside: aside.length ? [alterSql(key, aside)] : [],
    back: [
      ...computed.map((each) => `ADD COLUMN ${columnSql(flavour, after, each, schemaAfter)}`),
      ...checks.map((each) => addCheckClause(flavour, change, each)),
      ...keys.map((each) => `ADD ${"columns" in each ? uniqueSql(each) : indexSql(flavour, each)}`),
    ],
  };
}
