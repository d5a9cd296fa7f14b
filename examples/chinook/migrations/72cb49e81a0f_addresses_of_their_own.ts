/**
 * addresses of their own
 *
 * Revision  72cb49e81a0f
 * Revises   e05d8a3f7614
 * Created   2026-11-20T22:57:37Z
 */
import { integer, table, varchar, type Operations } from "graven/revision";

export const revision = "72cb49e81a0f";
export const downRevision = "e05d8a3f7614";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const customerAddress = table("customer_address", {
  customer_address_id: integer().primaryKey().autoIncrement(),
  customer_id: integer()
    .notNull()
    .unique()
    .references("customer.customer_id", { onDelete: "cascade" }),
  address: varchar(70),
  city: varchar(40),
  state: varchar(40),
  country: varchar(40),
  postal_code: varchar(10),
});

/** The customer with the address still in it: before this revision, and again after its downgrade. */
const customer = table("customer", {
  customer_id: integer().primaryKey(),
  address: varchar(70),
  city: varchar(40),
  state: varchar(40),
  country: varchar(40),
  postal_code: varchar(10),
});

const moved = ["address", "city", "state", "country", "postal_code"] as const;

export function upgrade(op: Operations) {
  op.createTable(customerAddress);

  // Each address that is known, in part or in whole, moves with its customer.
  op.execute({ customer, customerAddress }, (db) =>
    db
      .insertInto("customer_address")
      .columns(["customer_id", ...moved])
      .expression(
        db
          .selectFrom("customer")
          .select(["customer_id", ...moved])
          .where((each) => each.or(moved.map((column) => each(column, "is not", null))))
          .orderBy("customer_id"),
      ),
  );

  for (const column of moved) op.dropColumn("customer", column);
}

export function downgrade(op: Operations) {
  op.addColumn("customer", "address", varchar(70));
  op.addColumn("customer", "city", varchar(40));
  op.addColumn("customer", "state", varchar(40));
  op.addColumn("customer", "country", varchar(40));
  op.addColumn("customer", "postal_code", varchar(10));

  // Each address moves back to its customer.
  op.execute({ customer, customerAddress }, (db) =>
    db.updateTable("customer").set((each) => {
      const moved = each
        .selectFrom("customer_address")
        .whereRef("customer_address.customer_id", "=", "customer.customer_id");
      return {
        address: moved.select("customer_address.address"),
        city: moved.select("customer_address.city"),
        state: moved.select("customer_address.state"),
        country: moved.select("customer_address.country"),
        postal_code: moved.select("customer_address.postal_code"),
      };
    }),
  );

  op.dropTable("customer_address");
}
