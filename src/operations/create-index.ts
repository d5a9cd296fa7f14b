import type { Index } from "../schema/types.ts";
import { addPart } from "./add-constraint.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Online } from "./online.ts";

export interface CreateIndex {
  readonly kind: "createIndex";
  readonly table: string;
  readonly index: Index;
  readonly options?: Online;
}

export const createIndex: OperationDefinition<CreateIndex> = {
  parameters: { table: "table", index: "indexDefinition", options: "options" },
  apply: (draft, { table, index }) => {
    const columns = [...index.parts.flatMap((part) => ("column" in part ? [part.column] : [])), ...(index.include ?? [])];
    addPart(draft, table, index, columns, (each) => ({ ...each, indexes: [...each.indexes, index] }));
  },
  invert: ({ table, index, options }) => [{ kind: "dropIndex", table, name: index.name, ...(options && { options }) }],
  describe: ({ table, index }) => `create ${index.unique ? "unique " : ""}index ${index.name} on ${table}`,
};
