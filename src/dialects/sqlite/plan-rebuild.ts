import { applyOperation } from "../../operations/apply.ts";
import type { AlterColumn } from "../../operations/alter-column.ts";
import { withRenamedColumn } from "../../operations/rename-column.ts";
import { columnNamed, findColumn, findTable } from "../../schema/find.ts";
import type { Column, Table } from "../../schema/types.ts";
import { convertedSource, ownSources, renamedSource, renamedStanding, type Sources } from "./copy.ts";
import { renameColumnStatement, type TableOperation } from "./native.ts";
import type { Item, Planning } from "./plan.ts";
import { quote } from "./spelling.ts";

interface State {
  /** The table as the database holds it. */
  standing: Table;
  sources: Sources;
  losesColumn: boolean;
}

/** One rebuild for operations on one table; more where an operation needs the outcome of those before it. */
export function planRebuild(run: readonly Item<TableOperation>[], key: string, planning: Planning): void {
  const { draft } = planning;
  let state = begun(findTable(draft, key));
  let last: Item | undefined;
  const finish = () => {
    if (last) planning.rebuild(last, { ...state, after: findTable(draft, key) });
    state = begun(findTable(draft, key));
  };
  for (const item of run) {
    const { operation } = item;
    if (last && needsOutcome(operation, state, findTable(draft, key))) finish();
    if (operation.kind === "renameColumn") renameColumn(item, operation, state, planning);
    else state.sources = sourcesAfter(operation, state, findTable(draft, key));
    if (operation.kind === "dropColumn") state.losesColumn = true;
    applyOperation(draft, operation);
    last = item;
  }
  finish();
}

function begun(table: Table): State {
  return { standing: table, sources: ownSources(table), losesColumn: false };
}

/** A column that stands is renamed by SQLite itself, which knows the views and triggers that name it. */
function renameColumn(item: Item, { table, from, to }: { readonly table: string; readonly from: string; readonly to: string }, state: State, planning: Planning): void {
  if (!state.sources.has(from)) return;
  planning.emit(item, [renameColumnStatement(table, from, to)]);
  state.standing = withRenamedColumn(state.standing, from, to);
  state.sources = renamedStanding(renamedSource(state.sources, from, to), state.standing.name, from, to);
}

/** Whether an operation must find the table as the operations before it leave it. */
function needsOutcome(operation: TableOperation, { standing, sources }: State, table: Table): boolean {
  if (operation.kind === "renameColumn") return sources.has(operation.from) && standing.columns.some(({ name }) => name !== operation.from && name.toLowerCase() === operation.to.toLowerCase());
  if (operation.kind !== "alterColumn" || operation.changes.using === undefined) return false;
  return table.columns.some(({ name }) => sources.get(name) !== quote(name) || !columnNamed(standing, name));
}

function sourcesAfter(operation: TableOperation, { sources }: State, table: Table): Sources {
  if (operation.kind === "dropColumn") return new Map([...sources].filter(([name]) => name !== operation.column));
  if (operation.kind !== "alterColumn") return sources;
  const present = sources.get(operation.column);
  const column = findColumn(table, operation.column);
  if (present === undefined) return sources;
  return new Map(sources).set(operation.column, alteredSource(present, column, operation));
}

function alteredSource(source: string, column: Column, { changes }: AlterColumn): string {
  if (changes.using !== undefined) return `(${changes.using})`;
  return changes.type ? convertedSource(source, column, { ...column, type: changes.type }) : source;
}
