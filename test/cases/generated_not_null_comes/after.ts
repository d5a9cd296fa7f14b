import { check, index, integer, sql, table } from "graven/models";

export const box = table("box", { id: integer().primaryKey(), width: integer().notNull(), twice: integer().notNull().generated(sql`width * 2`), depth: integer().notNull().default(1), volume: integer().notNull().generated(sql`width * depth`) }, (t) => [index("ix_twice").on(t.twice), check("twice", sql`twice > 0`)]);
