import { index, integer, table } from "graven/models";

export const dotted = table("v1.item", { id: integer().primaryKey(), size: integer("size.x"), other: integer().references("v1\\.item.id") }, (t) => [index("ix.size").on(t.size)]);
