import type { StatementFact } from "./facts.ts";
import { SqlFault } from "./cursor.ts";
import { foldAlterTable } from "./fold-alter.ts";
import { foldComment } from "./fold-comment.ts";
import { foldAlterObject, foldCreateObject, foldDrop, indexOnView } from "./fold-object.ts";
import { foldPrivileges } from "./fold-privileges.ts";
import { addPart, foldCreateTable, twice, type TraceAt } from "./fold-table.ts";
import type { WorkSchema } from "./work-schema.ts";

type FactOf<K extends StatementFact["kind"]> = Extract<StatementFact, { kind: K }>;

const folders: { readonly [K in StatementFact["kind"]]: (work: WorkSchema, fact: FactOf<K>, trace: TraceAt) => void } = {
  nothing: () => {},
  rows: () => {},
  privileges: (work, { statement }, trace) => {
    if (work.privileges && statement) foldPrivileges(work, statement, trace);
  },
  searchPath: (work, { schema }) => {
    work.searchPath = schema;
  },
  createTable: foldCreateTable,
  alterTable: foldAlterTable,
  createObject: foldCreateObject,
  alterObject: foldAlterObject,
  drop: foldDrop,
  comment: foldComment,
  createSchema: (work, { name, at }, trace) => {
    if (name !== work.dialect.syntax.defaultSchema) work.namespaces.set(name, trace(at));
  },
  createIndex: (work, { table: name, index, ifNotExists }, trace) => {
    const key = work.find(work.tables, name);
    if (key === undefined) {
      const { kind: _, at: __, renamedFrom: ___, ...own } = index;
      if (work.temporary.has(work.keyFor(name)) || indexOnView(work, name, { ...own, name: own.name ?? `${name.name}_idx` })) return;
      throw work.missing("table", name, [...work.tables.keys()]);
    }
    const table = work.tables.get(key)!;
    const isThere = index.name !== undefined && table.parts.find((part) => part.name !== undefined && work.same(part.name, index.name!));
    if (isThere && ifNotExists) return;
    if (isThere) throw twice(`The index "${index.name}"`, index.at, isThere.trace);
    addPart(table, index, trace);
  },
  createEnum: (work, { name, labels, renamedFrom }, trace) => {
    const key = work.keyFor(name);
    const present = work.enums.get(key);
    if (present) throw twice(`The type "${key}"`, name.at, present.trace);
    const renamedLabels = Object.fromEntries(labels.flatMap((each) => (each.renamedFrom === undefined ? [] : [[each.label, each.renamedFrom]])));
    const { name: own, schema } = work.located(name);
    work.enums.set(key, { name: own, schema, labels: labels.map(({ label }) => label), renamedFrom, renamedLabels, trace: trace(name.at) });
  },
  alterEnum: (work, { name, change }) => {
    const key = work.find(work.enums, name);
    if (key === undefined) throw work.missing("type", name, [...work.enums.keys()]);
    const found = work.enums.get(key)!;
    if (change.kind === "renameLabel") {
      if (!found.labels.includes(change.from)) throw new SqlFault(`the type "${key}" has no label "${change.from}" here`, name.at);
      found.labels = found.labels.map((label) => (label === change.from ? change.to : label));
      return;
    }
    if (found.labels.includes(change.label)) {
      if (change.ifNotExists) return;
      throw new SqlFault(`the type "${key}" has the label "${change.label}" already`, name.at);
    }
    const beside = change.before ?? change.after;
    const at = beside === undefined ? found.labels.length : found.labels.indexOf(beside) + (change.after === undefined ? 0 : 1);
    found.labels.splice(at, 0, change.label);
  },
};

/** Adds what a statement says to what the statements before it said. Throws an `SqlFault` for what does not fit. */
export function foldStatement(work: WorkSchema, fact: StatementFact, trace: TraceAt): void {
  (folders[fact.kind] as (work: WorkSchema, fact: StatementFact, trace: TraceAt) => void)(work, fact, trace);
}
