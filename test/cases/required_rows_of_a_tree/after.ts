import { integer, requiredRows, table, varchar } from "graven/models";

// The keys and the numbers run against the tree: whoever goes by them meets children first.
export const category = table("category", { id: integer().primaryKey(), name: varchar(20).notNull().unique(), parentId: integer("parent_id").references((): never => category.id as never) });

requiredRows(category, { key: "name" }, [{ id: 2, name: "beans", parentId: 3 }, { id: 3, name: "vegetables", parentId: 4 }, { id: 4, name: "xylem" }, { id: 11, name: "hen", parentId: 12 }, { id: 12, name: "egg", parentId: 11 }]);
