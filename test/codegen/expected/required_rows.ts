/**
 * required rows
 *
 * Revision  384cfaaaa0be
 * Revises   (base)
 * Created   2013-10-11T16:36:34Z
 */
import { date, enumeration, table, varchar, type Operations } from "graven/revision";

export const revision = "384cfaaaa0be";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const mood = enumeration("mood", ["sad", "ok"]);
const listType = table("list_type", { name: varchar(80).notNull() });
const account = table("account", { name: varchar(80), made: date(), mood: mood() });

export function upgrade(op: Operations) {
  op.createTable(listType);

  // All rows of table "old" are lost;
  // a downgrade makes the table again, empty.
  op.dropTable("old");

  // required seed
  op.bulkInsert(listType, [{ name: "best list" }, { name: "bester list" }]);
  op.bulkInsert(account, [
    { name: "root", made: new Date("1970-01-01T00:00:00.000Z"), mood: "ok" },
  ]);
}

export function downgrade(op: Operations) {
  // Nothing yet: write calls such as op.addColumn(…).
}
