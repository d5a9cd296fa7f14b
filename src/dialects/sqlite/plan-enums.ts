import { applyOperation } from "../../operations/apply.ts";
import type { Operation, OperationKind, OperationOf } from "../../operations/index.ts";
import { tablesUsingEnum } from "../../schema/find.ts";
import type { Table } from "../../schema/types.ts";
import { ownSources, replacedLabels, type Sources } from "./copy.ts";
import type { Item, Planning } from "./plan.ts";
import { quote } from "./spelling.ts";

type EnumKind = "createEnum" | "dropEnum" | "renameEnum" | "addEnumLabel" | "renameEnumLabel" | "alterEnum";
type Replacement = { readonly [label: string]: string };

/** What the rows of an enum's columns go through, by the enum's key; an enum without an entry keeps its CHECKs. */
type Changes = Map<string, readonly Replacement[]>;

const changesBy: { readonly [K in EnumKind]: (operation: OperationOf<K>, changes: Changes) => void } = {
  // An enum is nothing but the CHECKs of its columns.
  createEnum: () => {},
  dropEnum: ({ name }, changes) => void changes.delete(name),
  renameEnum: ({ from, to }, changes) => {
    const present = changes.get(from);
    changes.delete(from);
    if (present) changes.set(to, present);
  },
  addEnumLabel: ({ name }, changes) => add(changes, name, {}),
  renameEnumLabel: ({ name, from, to }, changes) => add(changes, name, { [from]: to }),
  alterEnum: ({ name, options }, changes) => add(changes, name, options?.replace ?? {}),
};

export function isEnumOperation(operation: Operation): operation is OperationOf<EnumKind> {
  return Object.hasOwn(changesBy, operation.kind satisfies OperationKind);
}

/** Rebuilds each table once whose columns are of an enum that changes. */
export function planEnums(run: readonly Item[], { draft, rebuild }: Planning): void {
  const changes: Changes = new Map();
  const former = { ...draft.tables };
  for (const { operation } of run) {
    if (isEnumOperation(operation)) (changesBy[operation.kind] as (operation: Operation, changes: Changes) => void)(operation, changes);
    applyOperation(draft, operation);
  }
  const tables = new Set([...changes.keys()].flatMap((key) => tablesUsingEnum(draft, key)));
  for (const key of tables) {
    const after = draft.tables[key]!;
    rebuild(run.at(-1)!, { standing: former[key]!, after, sources: sourcesOf(after, changes), losesColumn: false });
  }
}

function sourcesOf(table: Table, changes: Changes): Sources {
  const sources = new Map(ownSources(table));
  for (const { name, type } of table.columns) {
    const replacements = type.kind === "enum" ? (changes.get(type.name) ?? []) : [];
    sources.set(name, replacements.reduce(replacedLabels, quote(name)));
  }
  return sources;
}

function add(changes: Changes, name: string, replacement: Replacement): void {
  changes.set(name, [...(changes.get(name) ?? []), replacement]);
}
