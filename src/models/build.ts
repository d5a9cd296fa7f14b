import { GravenError, throwAll, type Place } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import { placeOf, type Trace } from "../base/trace.ts";
import { withoutAbsent } from "../schema/edit.ts";
import { keyOf } from "../schema/key.ts";
import type { DatabaseObject, EnumType, RequiredRows, Schema, Table } from "../schema/types.ts";
import { buildObjects } from "./build-objects.ts";
import { buildTable, fault, type Naming, type RenameHint } from "./build-table.ts";
import type { EnumDeclaration, TableDeclaration } from "./declaration.ts";
import type { ObjectDeclaration } from "./objects.ts";
import { buildRequiredRows, type RowOptions } from "./required-rows.ts";
import { sharedNames } from "./shared-names.ts";
import type { RowsMemory } from "./rows-source.ts";

export { builtColumn, buildTable, frozenNaming, type Naming, type RenameHint } from "./build-table.ts";

/** Where objects were written, by their path. */
export interface Places {
  get(path: string): Place | undefined;
}

/** A schema read from an author's declarations, with what stands beside it. */
export interface ReadSchema {
  readonly schema: Schema;
  /** Where each object was written, by `table`, `table.column`, `table.part` and `enum`. */
  readonly places: Places;
  /** The parts (`table.part`) whose name nobody gave: they take the name of an equal part that stands. */
  readonly derivedNames: ReadonlySet<string>;
  readonly renames: readonly RenameHint[];
  /** How required rows are found and compared, by table. */
  readonly rowOptions: ReadonlyMap<string, RowOptions>;
}

/**
 * Turns declarations into a schema: every constraint and index named, every reference checked. `memory` knows of many rows that
 * they were sound in earlier runs.
 * Throws MOD-0xx, all faults of the models at once, each with its place.
 */
export function buildSchema(tables: readonly TableDeclaration[], enums: readonly EnumDeclaration[], naming: Naming, objects: readonly ObjectDeclaration[] = [], memory?: RowsMemory): ReadSchema {
  const faults: GravenError[] = [];
  const places = new LazyPlaces();
  const derivedNames = new Set<string>();
  const renames: RenameHint[] = [];
  const schema = { namespaces: {} as Record<string, { name: string }>, enums: {} as Record<string, EnumType>, tables: {} as Record<string, Table>, requiredRows: {} as Record<string, RequiredRows>, objects: {} as Record<string, DatabaseObject> };
  const namespaceOf = ({ schema: name }: { readonly schema?: string }) => {
    if (name !== undefined) schema.namespaces[name] ??= { name };
  };

  const usedEnums = new Map<string, EnumDeclaration>();
  for (const declaration of [...enums, ...objects.flatMap(({ enumerations }) => enumerations), ...tables.flatMap((table) => table.columns.flatMap((column) => (column.enumeration ? [column.enumeration] : [])))]) {
    const key = keyOf(declaration);
    const present = usedEnums.get(key);
    if (present && present.labels.join("\0") !== declaration.labels.join("\0")) {
      faults.push(fault("MOD-002", `Enum "${key}" is declared twice with different labels.`, declaration.trace, `The other one is at ${placeText(present.trace)}.`));
      continue;
    }
    if (present) continue;
    usedEnums.set(key, declaration);
    const doubled = declaration.labels.filter((label, index) => declaration.labels.indexOf(label) !== index);
    if (doubled.length) faults.push(fault("MOD-002", `Enum "${key}" has the label ${quotedList(doubled)} twice.`, declaration.trace));
    if (!declaration.labels.length) faults.push(fault("MOD-002", `Enum "${key}" has no labels.`, declaration.trace));
    namespaceOf(declaration);
    schema.enums[key] = withoutAbsent<EnumType>({ name: declaration.name, schema: declaration.schema, labels: declaration.labels });
    places.add(() => [[key, declaration.trace]]);
    if (declaration.renamedFrom !== undefined) renames.push({ kind: "enum", from: keyOf({ name: declaration.renamedFrom, schema: declaration.schema }), to: key });
    for (const [to, from] of Object.entries(declaration.renamedLabels ?? {})) renames.push({ kind: "enumLabel", table: key, from, to });
  }

  const taken = new Set<string>();
  const traces = new Map<string, Trace>();
  for (const declaration of tables) {
    const key = keyOf(declaration);
    const first = traces.get(key);
    if (first) {
      faults.push(fault("MOD-002", `Two models declare the table "${key}".`, declaration.trace, `The other one is at ${placeText(first)}.`));
      continue;
    }
    traces.set(key, declaration.trace);
    places.add(() => [[key, declaration.trace], ...declaration.columns.map((column) => [`${key}.${column.name}`, column.trace] as const)]);
    try {
      const built = buildTable(declaration, naming, naming.scope === "table" ? new Set() : taken);
      namespaceOf(declaration);
      schema.tables[key] = built.table;
      for (const name of built.derivedNames) derivedNames.add(`${key}.${name}`);
      places.add(() => [...built.partTraces].map(([name, trace]) => [`${key}.${name}`, trace] as const));
      renames.push(...built.renames);
    } catch (error) {
      if (!(error instanceof GravenError)) throw error;
      faults.push(error);
    }
  }
  const builtObjects = buildObjects(objects, naming, schema, derivedNames);
  Object.assign(schema.objects, builtObjects.objects);
  for (const object of Object.values(schema.objects)) if ("schema" in object) namespaceOf(object);
  places.add(() => builtObjects.traces);
  renames.push(...builtObjects.renames);
  faults.push(...builtObjects.faults, ...danglingReferences(schema, places), ...sharedNames(schema, { indexes: naming.scope === "schema" }, (path) => places.get(path)));
  throwAll(faults);
  const required = buildRequiredRows(tables, schema, memory);
  places.add(() => [...required.traces].map(([key, trace]) => [`${key} rows`, trace] as const));
  Object.assign(schema.requiredRows, required.rows);
  return { schema, places, derivedNames, renames, rowOptions: required.options };
}

function danglingReferences(schema: Schema, places: Places): GravenError[] {
  return Object.entries(schema.tables).flatMap(([key, table]) =>
    table.foreignKeys.flatMap(({ name, references }) => {
      const target = schema.tables[references.table];
      // A place is read from a stack, which costs: only a fault asks for one.
      const place = () => places.get(`${key}.${name}`);
      if (!target) {
        return [new GravenError("MOD-004", `Table "${key}" references the table "${references.table}", which no model declares.`, { place: place(), hint: didYouMean(references.table, Object.keys(schema.tables)) ?? "Export that table from a models file, or add its file to `models` in the config." })];
      }
      const missing = references.columns.filter((column) => !target.columns.some((each) => each.name === column));
      if (!missing.length || target.facts?.inherits || target.facts?.partitionOf) return [];
      return [new GravenError("MOD-004", `Table "${key}" references ${quotedList(missing)} of table "${references.table}", which has no such column.`, { place: place(), hint: didYouMean(missing[0]!, target.columns.map((each) => each.name)) })];
    }),
  );
}

/** Places that are put together, and read from their stacks, only when one is asked for: most runs ask for none. */
class LazyPlaces implements Places {
  private readonly sources: (() => Iterable<readonly [string, Trace]>)[] = [];
  private traces: Map<string, Trace> | undefined;

  add(source: () => Iterable<readonly [string, Trace]>): void {
    this.sources.push(source);
    this.traces = undefined;
  }

  get(path: string): Place | undefined {
    this.traces ??= new Map(this.sources.flatMap((source) => [...source()]));
    return placeOf(this.traces.get(path));
  }
}

function placeText(trace: Trace): string {
  const place = placeOf(trace);
  return place ? `${place.file}:${place.line}` : "an unknown place";
}
