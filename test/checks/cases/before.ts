import { bigint, check, enumeration, foreignKey, index, integer, numeric, primaryKey, sql, table, text, timestamp, varchar } from "graven/models";

// The shop that stands before every case that brings no `before.ts` of its own.

export const orderState = enumeration("order_state", ["open", "paid", "sent"]);

export const customer = table("customer", {
  id: integer().primaryKey().autoIncrement(),
  email: varchar(120).notNull().unique(),
  name: varchar(80),
  note: text(),
  age: integer(),
  nameLength: integer("name_length").generated(sql`length(name)`),
}, (t) => [index("ix_customer_name").on(t.name), check("customer_age_check", sql`age >= 18`)]);

export const product = table("product", {
  id: integer().primaryKey().autoIncrement(),
  sku: varchar(40).notNull().unique(),
  title: varchar(200).notNull(),
  price: numeric(10, 2).notNull(),
  weight: integer(),
  oldCode: varchar("old_code", 20),
});

export const order = table("orders", {
  id: integer().primaryKey().autoIncrement(),
  customerId: integer("customer_id").notNull(),
  productId: integer("product_id"),
  bigCustomerId: bigint("big_customer_id"),
  state: orderState().notNull().default("open"),
  total: numeric(10, 2).notNull().default("0"),
  placedAt: timestamp("placed_at").notNull().defaultNow(),
  remark: varchar(200),
}, (t) => [index("ix_orders_placed_at").on(t.placedAt), foreignKey("orders_customer_id_fkey").on(t.customerId).references(() => customer.id, { onDelete: "cascade" })]);

export const basketLine = table("basket_line", {
  customerId: integer("customer_id").notNull(),
  productId: integer("product_id").notNull(),
  amount: integer().notNull().default(1),
}, (t) => [
  primaryKey("basket_line_pkey").on(t.customerId, t.productId),
  foreignKey("basket_line_customer_id_fkey").on(t.customerId).references(() => customer.id),
  foreignKey("basket_line_product_id_fkey").on(t.productId).references(() => product.id),
]);

export const eventLog = table("event_log", { number: integer().notNull(), line: text() });
