import type { Table, TableFacts } from "../schema/types.ts";

/** The table whose facts follow an index, of its own or of a constraint, to another name. */
export function withRenamedMarks(table: Table, from: string, to: string): Table {
  const { clusteredOn, replicaIdentity } = table.facts ?? {};
  const facts: TableFacts = { ...(clusteredOn === from && { clusteredOn: to }), ...(typeof replicaIdentity === "object" && replicaIdentity.index === from && { replicaIdentity: { index: to } }) };
  return Object.keys(facts).length ? { ...table, facts: { ...table.facts, ...facts } } : table;
}
