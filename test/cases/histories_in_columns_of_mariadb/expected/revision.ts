/**
 * histories in columns of mariadb
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { index, integer, timestamptz, unique, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.addColumn("counted", "amount", integer());
  op.dropIndex("ended", "ended_start");
  op.alterTable("ended", { systemVersioned: null });
  op.dropColumn("ended", "row_start");
  op.dropColumn("ended", "row_end");
  op.alterTable("hired", { periods: { employed: ["since", "until"] } });
  op.alterTable("kept", {
    partitions:
      "SYSTEM_TIME LIMIT 1000 (PARTITION h0 HISTORY, PARTITION h1 HISTORY, PARTITION now CURRENT)",
  });
  op.alterTable("monthly", {
    partitions: "SYSTEM_TIME INTERVAL 1 MONTH (PARTITION h0 HISTORY, PARTITION now CURRENT)",
  });
  op.addColumn(
    "plain",
    "row_start",
    timestamptz(6).notNull().facts({ rowPeriod: "start", invisible: true }),
  );
  op.addColumn("plain", "row_end", timestamptz(6).notNull().facts({ rowPeriod: "end" }));
  op.alterTable("plain", { systemVersioned: true });
  op.createIndex("plain", index("plain_end").on("row_end"));
  op.addColumn("price", "currency", varchar(3));
  op.dropConstraint("price", "price_amount");
  op.alterColumn("price", "note", { facts: null });
  op.createUnique("price", unique("price_amount_currency").on("amount", "currency"));
  op.alterTable("stay", { periods: null });
  op.alterColumn("stay", "arrives", { nullable: true });
  op.alterTable("trip", { periods: { during: ["leaves", "returns"] } });
}

export function downgrade(op: Operations) {
  op.alterTable("trip", { periods: { during: ["arrives", "leaves"] } });
  op.alterColumn("stay", "arrives", { nullable: false });
  op.alterTable("stay", { periods: { during: ["arrives", "leaves"] } });
  op.dropConstraint("price", "price_amount_currency");
  op.alterColumn("price", "note", { facts: { withoutSystemVersioning: true } });
  op.createUnique("price", unique("price_amount").on("amount"));
  op.dropColumn("price", "currency");
  op.dropIndex("plain", "plain_end");
  op.alterTable("plain", { systemVersioned: null });
  op.dropColumn("plain", "row_end");
  op.dropColumn("plain", "row_start");
  op.alterTable("monthly", { partitions: null });
  op.alterTable("kept", {
    partitions: "SYSTEM_TIME LIMIT 1000 (PARTITION h0 HISTORY, PARTITION now CURRENT)",
  });
  op.alterTable("hired", { periods: null });
  op.addColumn("ended", "row_end", timestamptz(6).notNull().facts({ rowPeriod: "end" }));
  op.addColumn(
    "ended",
    "row_start",
    timestamptz(6).notNull().facts({ rowPeriod: "start", invisible: true }),
  );
  op.alterTable("ended", { systemVersioned: true });
  op.createIndex("ended", index("ended_start").on("row_start"));
  op.dropColumn("counted", "amount");
}
