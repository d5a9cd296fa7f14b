import { check, enumeration, foreignKey, index, integer, sql, table, unique, varchar } from "graven/models";

export const state = enumeration("say \"when\"", ["back\\slash", "it's", "new 'one'"]);

export const select = table("Se.lect\"", { id: integer("I.d").primaryKey(), order: varchar("o\"rder", 40).notNull().default("\\").renamedFrom("order by"), group: state("group").notNull().default("new 'one'"), tick: integer("ti`ck").notNull().default(0) }, (t) => [
  unique("uq \"1\"").on(t.order, t.tick).renamedFrom("uq 'one'"),
  check("ck '2'", sql`"o""rder" <> 'it''s' AND "I.d" > 0`).renamedFrom('ck "two"'),
  index("ix `3`").on(t.group, t.tick.desc()).renamedFrom("ix.three"),
], { renamedFrom: "Select" });

export const dotted = table("a.b c\"d", { user: integer("user").primaryKey(), reference: integer("Ref.").renamedFrom("Ref'") }, (t) => [foreignKey("fk.4").on(t.reference).references(() => select.id, { onDelete: "set null" }).renamedFrom("fk `four`"), index("INDEX").on(t.reference)]);
