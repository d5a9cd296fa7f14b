import { index, integer, table, varchar } from "graven/models";

export const dotted = table("v1.item", { id: integer().primaryKey(), size: integer("size.x"), other: integer().references("v1\\.item.id"), word: varchar("wo.rd", 20).notNull().default("a") }, (t) => [index("ix.2").on(t.size).renamedFrom("ix.size"), index("ix.word").on(t.word, t.id.desc())]);
