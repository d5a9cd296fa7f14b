import { check, index, integer, sql, table } from "graven/models";

export const branch = table("branch", { id: integer().primaryKey(), parentId: integer("parent_id").references("branch.id"), level: integer().notNull().renamedFrom("depth") }, (t) => [check("node_depth", sql`branch.level >= 0 AND (branch.parent_id IS NULL OR branch.parent_id <> branch.id)`), index("ix_node").on(t.level)], { renamedFrom: "node" });
