import { check, index, integer, sql, table } from "graven/models";

export const node = table("node", { id: integer().primaryKey(), parentId: integer("parent_id").references("node.id"), depth: integer().notNull() }, (t) => [check("node_depth", sql`node.depth >= 0 AND (node.parent_id IS NULL OR node.parent_id <> node.id)`), index("ix_node").on(t.depth)]);
