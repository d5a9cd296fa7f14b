import type { Index } from "../schema/types.ts";
import { addPart } from "./add-constraint.ts";
import type { OperationDefinition } from "./definition.ts";

export interface CreateIndex {
  readonly kind: "createIndex";
  readonly table: string;
  readonly index: Index;
}

export const createIndex: OperationDefinition<CreateIndex> = {
  parameters: { table: "table", index: "indexDefinition" },
  apply: (draft, { table, index }) => {
    const columns = [...index.parts.flatMap((part) => ("column" in part ? [part.column] : [])), ...(index.include ?? [])];
    addPart(draft, table, index, columns, (each) => ({ ...each, indexes: [...each.indexes, index] }));
  },
  invert: ({ table, index }) => [{ kind: "dropIndex", table, name: index.name }],
  describe: ({ table, index }) => `create ${index.unique ? "unique " : ""}index ${index.name} on ${table}`,
};
