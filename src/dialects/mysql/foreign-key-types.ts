import { GravenError } from "../../base/errors.ts";
import { sameJson } from "../../base/json.ts";
import { applyOperations } from "../../operations/apply.ts";
import type { Operation } from "../../operations/index.ts";
import { columnNamed } from "../../schema/find.ts";
import type { Column, ForeignKey, Schema } from "../../schema/types.ts";
import { alterSql } from "./alter-table.ts";
import type { Flavour } from "./flavours.ts";
import { quote } from "./quoting.ts";
import { foreignKeySql } from "./spelling.ts";
import { physicalType } from "./types.ts";

/** A foreign key and the table it stands on. */
interface Owned {
  readonly key: string;
  readonly foreignKey: ForeignKey;
}

/**
 * Statements that change a column's type, with the foreign keys out of the way: the server refuses to change a column that one
 * holds (errors 1832 and 1833). Both ends change one after the other, so a foreign key is there exactly while their types agree.
 */
export function aroundTypeChange(flavour: Flavour, key: string, column: string, before: Schema, after: Schema, statements: readonly string[]): readonly string[] {
  const [present, changed] = [before.tables[key]!, after.tables[key]!].map((table) => columnNamed(table, column));
  if (!present || !changed || sameEnds(flavour, [present, before], [changed, after])) return statements;
  const held = allForeignKeys(before).filter(({ key: owner, foreignKey: { columns, references } }) => (owner === key && columns.includes(column)) || (references.table === key && references.columns.includes(column)));
  const aside = held.filter((owned) => agree(flavour, owned, before));
  const back = held.filter((owned) => agree(flavour, owned, after));
  return [
    ...aside.map(({ key: owner, foreignKey }) => alterSql(owner, [`DROP FOREIGN KEY ${quote(foreignKey.name)}`])),
    ...statements,
    ...back.map(({ key: owner, foreignKey }) => alterSql(owner, [`ADD ${foreignKeySql(foreignKey)}`])),
  ];
}

/** Statements that change the labels of columns, with the foreign keys on them out of the way: both ends have the same labels afterwards. */
export function aroundLabelChange(schema: Schema, holds: (key: string, column: string) => boolean, statements: readonly string[]): string[] {
  const held = allForeignKeys(schema).filter(({ key, foreignKey: { columns, references } }) => columns.some((column) => holds(key, column)) || references.columns.some((column) => holds(references.table, column)));
  return [
    ...held.map(({ key, foreignKey }) => alterSql(key, [`DROP FOREIGN KEY ${quote(foreignKey.name)}`])),
    ...statements,
    ...held.map(({ key, foreignKey }) => alterSql(key, [`ADD ${foreignKeySql(foreignKey)}`])),
  ];
}

/** Throws RUN-022 when operations leave a foreign key between columns of different types, which the server cannot have. */
export function requireAgreement(flavour: Flavour, operations: readonly Operation[], before: Schema): void {
  if (!operations.some((operation) => operation.kind === "alterColumn" && (operation.changes.type ?? operation.changes.collation) !== undefined)) return;
  const after = applyOperations(before, operations);
  for (const owned of allForeignKeys(after)) {
    if (agree(flavour, owned, after)) continue;
    const { key, foreignKey } = owned;
    const former = before.tables[key]?.foreignKeys.find(({ name }) => name === foreignKey.name);
    if (!former || !agree(flavour, { key, foreignKey: former }, before)) continue;
    throw new GravenError("RUN-022", `${flavour.title} cannot keep the foreign key "${key}.${foreignKey.name}": its columns and those of "${foreignKey.references.table}" now differ in type.`, {
      hint: "Change the columns at both ends in the same revision, or drop the foreign key.",
    });
  }
}

function allForeignKeys(schema: Schema): Owned[] {
  return Object.entries(schema.tables).flatMap(([key, table]) => table.foreignKeys.map((foreignKey) => ({ key, foreignKey })));
}

function agree(flavour: Flavour, { key, foreignKey: { columns, references } }: Owned, schema: Schema): boolean {
  return columns.every((column, index) => {
    const own = columnNamed(schema.tables[key]!, column);
    const other = schema.tables[references.table] && columnNamed(schema.tables[references.table]!, references.columns[index]!);
    return !own || !other || sameEnds(flavour, [own, schema], [other, schema], true);
  });
}

/** Texts may differ in length, but never in collation. https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html */
function sameEnds(flavour: Flavour, [a, ofA]: readonly [Column, Schema], [b, ofB]: readonly [Column, Schema], lengthMayDiffer = false): boolean {
  const [left, right] = [physicalType(flavour, a.type, ofA), physicalType(flavour, b.type, ofB)];
  const isText = (kind: string) => kind === "char" || kind === "varchar";
  const sameType = lengthMayDiffer && isText(left.kind) && isText(right.kind) ? true : sameJson(left, right);
  return sameType && (a.collation ?? flavour.defaultCollation) === (b.collation ?? flavour.defaultCollation);
}
