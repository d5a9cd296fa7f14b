/**
 * keys of periods of mariadb
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { date, integer, primaryKey, table, unique, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const made = table(
  "made",
  { room: integer().notNull(), arrives: date().notNull(), leaves: date().notNull() },
  (t) => [unique("made_room").on(t.room).withoutOverlaps("during")],
  { facts: { periods: { during: ["arrives", "leaves"] } } },
);

export function upgrade(op: Operations) {
  op.renameColumn("renamed", "arrives", "begins");
  op.renameConstraint("renamed", "renamed_guest", "renamed_person");
  op.createTable(made);
  op.dropTable("dropped");
  op.dropConstraint("gone", "gone_person");
  op.alterTable("gone", { periods: null });
  op.dropConstraint("hired", "PRIMARY");
  op.alterTable("hired", { periods: { employed: ["since", "until"] } });
  op.createPrimaryKey("hired", primaryKey("PRIMARY").on("id").withoutOverlaps("employed"));
  op.dropConstraint("plain", "plain_person");
  op.createUnique("plain", unique("plain_person").on("person").withoutOverlaps("during"));
  op.addColumn("stay", "bed", integer().notNull().default(0));
  op.dropConstraint("stay", "stay_guest");
  op.dropConstraint("stay", "PRIMARY");
  op.createPrimaryKey("stay", primaryKey("PRIMARY").on("room", "bed").withoutOverlaps("during"));
  op.createUnique("stay", unique("stay_guest").on("guest", "bed").withoutOverlaps("during"));
  op.dropConstraint("trip", "trip_person");
  op.alterTable("trip", { periods: { during: ["leaves", "returns"] } });
  op.createUnique("trip", unique("trip_person").on("person").withoutOverlaps("during"));
}

export function downgrade(op: Operations) {
  op.dropConstraint("trip", "trip_person");
  op.alterTable("trip", { periods: { during: ["arrives", "leaves"] } });
  op.createUnique("trip", unique("trip_person").on("person").withoutOverlaps("during"));
  op.dropConstraint("stay", "stay_guest");
  op.dropConstraint("stay", "PRIMARY");
  op.createPrimaryKey("stay", primaryKey("PRIMARY").on("room").withoutOverlaps("during"));
  op.createUnique("stay", unique("stay_guest").on("guest").withoutOverlaps("during"));
  op.dropColumn("stay", "bed");
  op.dropConstraint("plain", "plain_person");
  op.createUnique("plain", unique("plain_person").on("person"));
  op.dropConstraint("hired", "PRIMARY");
  op.alterTable("hired", { periods: null });
  op.createPrimaryKey("hired", primaryKey("PRIMARY").on("id"));
  op.alterTable("gone", { periods: { "the `stay`": ["arrives", "leaves"] } });
  op.createUnique("gone", unique("gone_person").on("person").withoutOverlaps("the `stay`"));
  op.createTable(
    "dropped",
    { room: integer().notNull(), arrives: date().notNull(), leaves: date().notNull() },
    (t) => [primaryKey("PRIMARY").on(t.room).withoutOverlaps("during")],
    { facts: { periods: { during: ["arrives", "leaves"] } } },
  );
  op.dropTable("made");
  op.renameConstraint("renamed", "renamed_person", "renamed_guest");
  op.renameColumn("renamed", "begins", "arrives");
}
