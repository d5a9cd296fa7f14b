import { enumeration, foreignKey, integer, table, unique } from "graven/models";

export const size = enumeration("size", ["small", "big"]);

export const shelf = table("shelf", { size: size().primaryKey(), number: integer() }, (t) => [unique("uq_shelf").on(t.size, t.number)]);

export const box = table("box", { id: integer().primaryKey(), size: size().notNull().references(() => shelf.size), other: size(), number: integer() }, (t) => [foreignKey("fk_box_shelf").on(t.other, t.number).references(() => [shelf.size, shelf.number])]);
