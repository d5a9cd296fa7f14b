import type { Column, ColumnType } from "../../schema/types.ts";
import type { ColumnPair, InStep } from "../in-step.ts";
import { literal } from "./literal.ts";
import { quote } from "./quoting.ts";

/**
 * Triggers before the write: they fill what the writer left out, and NOT NULL is looked at after them (MariaDB 10.1, MySQL 5.7). A value
 * becomes the other type as it is assigned, and what does not fit is refused under strict SQL modes.
 * https://mariadb.com/kb/en/create-trigger/
 */
export const mysqlInStep: InStep = {
  requiresFirst: false,
  triggers: (pair, name) => [
    { kind: "trigger", name: `${name}_insert`, table: pair.key, timing: "before", events: [{ event: "insert" }], body: onInsert(pair) },
    { kind: "trigger", name: `${name}_update`, table: pair.key, timing: "before", events: [{ event: "update" }], body: onUpdate(pair) },
  ],
  differs: ({ old, fresh }) => differ(quote(fresh.name), quote(old.name), old.type.kind === fresh.type.kind ? fresh.type : undefined),
  converted: (sql) => sql,
};

function onInsert({ old, fresh, mark }: ColumnPair): string {
  const [mine, theirs] = [`NEW.${quote(fresh.name)}`, `NEW.${quote(old.name)}`];
  const unset = fresh.default && "value" in fresh.default ? literal(fresh.default.value, fresh.type) : undefined;
  const given = unset === undefined ? `${mine} IS NOT NULL` : differ(mine, unset, fresh.type);
  return `IF ${given} THEN SET ${theirs} = ${mine}; ELSE SET ${mine} = ${theirs}; IF ${oldIsGiven(old)} THEN SET NEW.${quote(mark.name)} = UNIX_TIMESTAMP(); END IF; END IF`;
}

function onUpdate({ old, fresh, mark }: ColumnPair): string {
  const [mine, theirs] = [`NEW.${quote(fresh.name)}`, `NEW.${quote(old.name)}`];
  return `IF ${differ(mine, `OLD.${quote(fresh.name)}`, fresh.type)} THEN SET ${theirs} = ${mine}; ELSEIF ${differ(theirs, `OLD.${quote(old.name)}`, old.type)} THEN SET ${mine} = ${theirs}; IF NEW.${quote(mark.name)} <=> OLD.${quote(mark.name)} THEN SET NEW.${quote(mark.name)} = UNIX_TIMESTAMP(); END IF; END IF`;
}

/** Whether the writer of a new row gave the old column a value. One that is its default, or comes of an expression, proves nothing. */
function oldIsGiven(old: Column): string {
  const theirs = `NEW.${quote(old.name)}`;
  if (!old.default) return `${theirs} IS NOT NULL`;
  return "value" in old.default ? `${theirs} IS NOT NULL AND ${differ(theirs, literal(old.default.value, old.type), old.type)}` : "FALSE";
}

/** Texts by their bytes: a collation finds "a" and "A" the same. */
function differ(a: string, b: string, type: ColumnType | undefined): string {
  const isText = type !== undefined && ["char", "varchar", "text", "enum"].includes(type.kind);
  return isText ? `NOT (CAST(${a} AS BINARY) <=> CAST(${b} AS BINARY))` : `NOT (${a} <=> ${b})`;
}
