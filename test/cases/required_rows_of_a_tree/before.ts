import { integer, requiredRows, table, varchar } from "graven/models";

// The keys and the numbers run against the tree: whoever goes by them meets children first.
export const category = table("category", { id: integer().primaryKey(), name: varchar(20).notNull().unique(), parentId: integer("parent_id").references((): never => category.id as never) });

requiredRows(category, { key: "name" }, [{ id: 1, name: "apples", parentId: 5 }, { id: 5, name: "fruit", parentId: 9 }, { id: 7, name: "goods", parentId: 7 }, { id: 9, name: "plants" }, { id: 13, name: "in", parentId: 14 }, { id: 14, name: "out", parentId: 13 }]);
