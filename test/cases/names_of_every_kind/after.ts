import { check, enumeration, foreignKey, index, integer, sql, table, unique, varchar } from "graven/models";

export const state = enumeration("say \"when\"", ["it's", 'a "b"', "back\\slash", "a,b", "(c)", "two words", "ÄÖ"]);

export const select = table("Select", { id: integer("I.d").primaryKey(), order: varchar("order by", 20).notNull().default("'"), group: state("group").notNull().default("it's"), tick: integer("ti`ck") }, (t) => [
  unique("uq 'one'").on(t.order, t.tick),
  check('ck "two"', sql`"order by" <> 'it''s' AND "I.d" > 0`),
  index("ix.three").on(t.group, t.tick.desc()),
]);

export const dotted = table("a.b c\"d", { user: integer("user").primaryKey(), ref: integer("Ref'") }, (t) => [foreignKey("fk `four`").on(t.ref).references(() => select.id, { onDelete: "set null" }), index("INDEX").on(t.ref)]);

export const where = table("where", { id: integer().primaryKey(), dot: integer("x.y").references(() => dotted.user) });
