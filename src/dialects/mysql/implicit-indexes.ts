import type { Table } from "../../schema/types.ts";
import { countsUp } from "./spelling.ts";

/** An index that the server needs and no model declares. */
export interface ImplicitIndex {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The key that holds an AUTO_INCREMENT column while no declared key does: the server wants one (error 1075). */
const counterIndexName = "graven_auto_increment";

/**
 * The indexes that stand on a table without being declared: one under a foreign key's name wherever no other index begins
 * with its columns, and one for a column that counts up and has no key yet. The server makes the first kind by itself and
 * refuses to be without it (error 1553); it also drops one that it made when another begins with the same columns, and of two
 * that are alike it keeps the later. The plan writes them out, so that which of them stand is certain; like the server's own,
 * the set holds none that another one makes needless.
 * https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html
 */
export function implicitIndexes(table: Table): readonly ImplicitIndex[] {
  const keys = declaredKeys(table);
  const wanted = [...table.foreignKeys, ...table.columns.filter(countsUp).map(({ name }) => ({ name: counterIndexName, columns: [name] }))].filter(({ columns }) => !keys.some((key) => beginsWith(key, columns)));
  const isNeedless = (columns: readonly string[], at: number) =>
    wanted.some((other, place) => place !== at && beginsWith(other.columns, columns) && (other.columns.length > columns.length || place < at));
  return wanted.filter(({ columns }, at) => !isNeedless(columns, at)).map(({ name, columns }) => ({ name, columns }));
}

/** Whether an index of the catalogue is one that nobody declared. */
export function isImplicit(table: Table, index: ImplicitIndex): boolean {
  if (index.name === counterIndexName) return true;
  return table.foreignKeys.some(({ name, columns }) => name === index.name && columns.length === index.columns.length && beginsWith(columns, index.columns));
}

function declaredKeys(table: Table): (readonly string[])[] {
  const indexes = table.indexes.filter(({ method }) => !method || /^(?:btree|hash)$/i.test(method)).map(({ parts }) => wholeColumns(parts));
  return [...(table.primaryKey ? [table.primaryKey.columns] : []), ...table.uniques.map(({ columns }) => columns), ...indexes];
}

/** The columns at an index's beginning that it holds in full: a prefix or an expression ends them. */
function wholeColumns(parts: Table["indexes"][number]["parts"]): string[] {
  const columns: string[] = [];
  for (const part of parts) {
    if (!("column" in part) || part.operatorClass !== undefined || part.length !== undefined) break;
    columns.push(part.column);
  }
  return columns;
}

function beginsWith(key: readonly string[], columns: readonly string[]): boolean {
  return columns.every((column, index) => key[index] === column);
}
