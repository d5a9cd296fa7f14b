import type { Table, TableFacts } from "../schema/types.ts";

/** The table whose facts follow an index, of its own or of a constraint, to another name. */
export function withRenamedMarks(table: Table, from: string, to: string): Table {
  const facts = marksOf(table, from, to);
  return facts ? { ...table, facts: { ...table.facts, ...facts } } : table;
}

/** The facts of a table that name an index, under its name or another one. */
export function marksOf({ facts: { clusteredOn, replicaIdentity } = {} }: Table, index: string, name: string = index): Pick<TableFacts, "clusteredOn" | "replicaIdentity"> | undefined {
  const marks = { ...(clusteredOn === index && { clusteredOn: name }), ...(typeof replicaIdentity === "object" && replicaIdentity.index === index && { replicaIdentity: { index: name } }) };
  return Object.keys(marks).length ? marks : undefined;
}
