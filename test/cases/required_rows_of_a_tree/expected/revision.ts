/**
 * required rows of a tree
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, table, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const category = table("category", { name: varchar(20), parent_id: integer(), id: integer() });

export function upgrade(op: Operations) {
  op.updateRows(category, { key: "name", required: true }, [{ name: "goods", parent_id: null }], {
    was: [{ name: "goods", parent_id: 7 }],
  });
  op.updateRows(category, { key: "name", required: true }, [{ name: "in", parent_id: null }], {
    was: [{ name: "in", parent_id: 14 }],
  });
  op.bulkInsert(
    category,
    [
      { id: 4, name: "xylem" },
      { id: 3, name: "vegetables", parent_id: 4 },
      { id: 2, name: "beans", parent_id: 3 },
      { id: 12, name: "egg", parent_id: null },
      { id: 11, name: "hen", parent_id: 12 },
    ],
    { key: "name", required: true },
  );
  op.updateRows(category, { key: "name", required: true }, [{ name: "egg", parent_id: 11 }], {
    was: [{ name: "egg", parent_id: null }],
  });
  op.deleteRows(
    category,
    { key: "name", required: true },
    [
      { name: "plants" },
      { name: "fruit" },
      { name: "apples" },
      { name: "goods" },
      { name: "in" },
      { name: "out" },
    ],
    {
      was: [
        { id: 9, name: "plants" },
        { id: 5, name: "fruit", parent_id: 9 },
        { id: 1, name: "apples", parent_id: 5 },
        { id: 7, name: "goods", parent_id: null },
        { id: 13, name: "in", parent_id: null },
        { id: 14, name: "out", parent_id: 13 },
      ],
    },
  );
}

export function downgrade(op: Operations) {
  op.bulkInsert(
    category,
    [
      { id: 9, name: "plants" },
      { id: 5, name: "fruit", parent_id: 9 },
      { id: 1, name: "apples", parent_id: 5 },
      { id: 7, name: "goods", parent_id: null },
      { id: 13, name: "in", parent_id: null },
      { id: 14, name: "out", parent_id: 13 },
    ],
    { key: "name", required: true },
  );
  op.updateRows(category, { key: "name", required: true }, [{ name: "egg", parent_id: null }], {
    was: [{ name: "egg", parent_id: 11 }],
  });
  op.deleteRows(
    category,
    { key: "name", required: true },
    [
      { name: "xylem" },
      { name: "vegetables" },
      { name: "beans" },
      { name: "egg" },
      { name: "hen" },
    ],
    {
      was: [
        { id: 4, name: "xylem" },
        { id: 3, name: "vegetables", parent_id: 4 },
        { id: 2, name: "beans", parent_id: 3 },
        { id: 12, name: "egg", parent_id: null },
        { id: 11, name: "hen", parent_id: 12 },
      ],
    },
  );
  op.updateRows(category, { key: "name", required: true }, [{ name: "in", parent_id: 14 }], {
    was: [{ name: "in", parent_id: null }],
  });
  op.updateRows(category, { key: "name", required: true }, [{ name: "goods", parent_id: 7 }], {
    was: [{ name: "goods", parent_id: null }],
  });
}
