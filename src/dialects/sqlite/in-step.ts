import type { Column, ColumnType } from "../../schema/types.ts";
import type { ColumnPair, InStep } from "../in-step.ts";
import { convertedSource } from "./copy.ts";
import { literal } from "./literal.ts";
import { quote, tableName } from "./spelling.ts";
import { affinityOf } from "./types.ts";

/**
 * A trigger cannot change the row that is being written, so it changes it afterwards: NOT NULL would refuse it before that. Each looks
 * whether the two are in step already, so that it ends with `recursive_triggers` on, too.
 * https://www.sqlite.org/lang_createtrigger.html
 */
export const sqliteInStep: InStep = {
  requiresFirst: true,
  triggers: (pair, name) => {
    const { key, old, fresh, mark } = pair;
    const [mine, theirs] = [`NEW.${quote(fresh.name)}`, `NEW.${quote(old.name)}`];
    const unset = fresh.default && "value" in fresh.default ? literal(fresh.default.value, fresh.type) : "NULL";
    const apart = differ(mine, convertedSource(theirs, old, fresh), fresh.type);
    const intoOld = `UPDATE ${tableName(key)} SET ${quote(old.name)} = ${convertedSource(mine, fresh, old)} WHERE ${sameRow(pair)}`;
    const intoNew = (marked: string) => `UPDATE ${tableName(key)} SET ${quote(fresh.name)} = ${convertedSource(theirs, old, fresh)}, ${quote(mark.name)} = ${marked} WHERE ${sameRow(pair)}`;
    const before = `NEW.${quote(mark.name)}`;
    const at = (event: "insert" | "update", suffix: string, when: string, body: string, column?: string) => ({ kind: "trigger" as const, name: `${name}_${suffix}`, table: key, timing: "after" as const, events: [{ event, ...(column !== undefined && { columns: [column] }) }], when, body: `${body};` });
    return [
      at("insert", "insert_new", `${apart} AND ${differ(mine, unset, fresh.type)}`, intoOld),
      at("insert", "insert_old", `${apart} AND NOT (${differ(mine, unset, fresh.type)})`, intoNew(`CASE WHEN ${oldIsGiven(old)} THEN ${now} ELSE ${before} END`)),
      at("update", "update_new", `${apart} AND ${differ(mine, `OLD.${quote(fresh.name)}`, fresh.type)}`, intoOld, fresh.name),
      at("update", "update_old", `${apart} AND NOT (${differ(mine, `OLD.${quote(fresh.name)}`, fresh.type)})`, intoNew(`CASE WHEN ${before} IS OLD.${quote(mark.name)} THEN ${now} ELSE ${before} END`), old.name),
    ];
  },
  differs: ({ old, fresh }) => differ(quote(fresh.name), convertedSource(quote(old.name), old, fresh), fresh.type),
  converted: (sql, from, to) => convertedSource(sql, from, to),
  noSecondName: "A view of SQLite does not tell a client which id the row got that it inserted.",
};

const now = "CAST(strftime('%s', 'now') AS INTEGER)";

/** Whether the writer of a new row gave the old column a value. One that is its default, or comes of an expression, proves nothing. */
function oldIsGiven(old: Column): string {
  const theirs = `NEW.${quote(old.name)}`;
  if (!old.default) return `${theirs} IS NOT NULL`;
  return "value" in old.default ? `${theirs} IS NOT NULL AND ${differ(theirs, literal(old.default.value, old.type), old.type)}` : "0";
}

/** Texts by their bytes: a collation such as NOCASE finds "a" and "A" the same. */
function differ(a: string, b: string, type: ColumnType): string {
  return `${a} IS NOT ${b}${b !== "NULL" && affinityOf(type) === "text" ? " COLLATE BINARY" : ""}`;
}

/** The row by its primary key, or by the number that a table without one has. */
function sameRow({ table }: ColumnPair): string {
  const columns = table.primaryKey?.columns ?? [];
  return columns.length ? columns.map((column) => `${quote(column)} IS NEW.${quote(column)}`).join(" AND ") : "rowid = NEW.rowid";
}
