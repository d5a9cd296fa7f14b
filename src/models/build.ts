import { GravenError, throwAll, type Place } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import { placeOf, type Trace } from "../base/trace.ts";
import { withoutAbsent } from "../schema/edit.ts";
import { keyOf } from "../schema/key.ts";
import { conventionName, fitName, standardName, type NameMaker, type NameRequest, type NamingConvention } from "../schema/names.ts";
import type { Check, Column, EnumType, ForeignKey, Index, IndexPart, PrimaryKey, ReferentialAction, RequiredRows, Schema, Table, TablePartKind, Unique } from "../schema/types.ts";
import type { ColumnDeclaration, ColumnName, EnumDeclaration, PartDeclaration, ReferenceOptions, TableDeclaration } from "./declaration.ts";
import { ColumnReference } from "./reference.ts";
import { buildRequiredRows, type RowOptions } from "./required-rows.ts";

/** How names are made where an author gave none. */
export interface Naming {
  readonly names: NameMaker;
  /** Bytes that an identifier may have. */
  readonly limit: number;
  /** Names that an author gave may have any length: whether the database takes them is for the database to say. */
  readonly anyLength?: true;
  /** Within what the name of an index must be its own. Default: its schema. */
  readonly scope?: "schema" | "table";
  readonly convention?: NamingConvention | undefined;
}

/** The naming of revision files: part of what a file means, so it never changes. */
export const frozenNaming: Naming = { names: standardName, limit: 63, anyLength: true };

/** A former name told by `renamedFrom`. `table` is the present table's key. */
export interface RenameHint {
  readonly kind: "table" | "column" | "enum" | "enumLabel" | TablePartKind;
  readonly table?: string;
  readonly from: string;
  readonly to: string;
}

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

/** One table with its names, from its declaration alone. */
export interface BuiltTable {
  readonly table: Table;
  readonly derivedNames: readonly string[];
  readonly renames: readonly RenameHint[];
  readonly partTraces: ReadonlyMap<string, Trace>;
}

/**
 * Turns declarations into a schema: every constraint and index named, every reference checked.
 * Throws MOD-0xx, all faults of the models at once, each with its place.
 */
export function buildSchema(tables: readonly TableDeclaration[], enums: readonly EnumDeclaration[], naming: Naming): ReadSchema {
  const faults: GravenError[] = [];
  const places = new LazyPlaces();
  const derivedNames = new Set<string>();
  const renames: RenameHint[] = [];
  const schema = { namespaces: {} as Record<string, { name: string }>, enums: {} as Record<string, EnumType>, tables: {} as Record<string, Table>, requiredRows: {} as Record<string, RequiredRows> };
  const namespaceOf = ({ schema: name }: { readonly schema?: string }) => {
    if (name !== undefined) schema.namespaces[name] ??= { name };
  };

  const usedEnums = new Map<string, EnumDeclaration>();
  for (const declaration of [...enums, ...tables.flatMap((table) => table.columns.flatMap((column) => (column.enumeration ? [column.enumeration] : [])))]) {
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
  faults.push(...danglingReferences(schema, places));
  throwAll(faults);
  const required = buildRequiredRows(tables, schema);
  Object.assign(schema.requiredRows, required.rows);
  return { schema, places, derivedNames, renames, rowOptions: required.options };
}

/** A table from its declaration. `taken` holds the names in use beyond this table, and receives this table's. */
export function buildTable(declaration: TableDeclaration, naming: Naming = frozenNaming, taken: Set<string> = new Set()): BuiltTable {
  const key = keyOf(declaration);
  const columns = new Map<string, ColumnDeclaration>();
  for (const column of declaration.columns) {
    if (columns.has(column.name)) throw fault("MOD-002", `Table "${key}" has the column "${column.name}" twice.`, column.trace);
    columns.set(column.name, column);
  }
  const derivedNames: string[] = [];
  const renames: RenameHint[] = [];
  const partTraces = new Map<string, Trace>();
  const own = new Set<string>();
  const { schema } = declaration;
  const inScope = (name: string) => (schema === undefined ? name : `${schema}.${name}`);

  const nameFor = (request: NameRequest, given: string | undefined, renamedFrom: string | undefined, trace: Trace): string => {
    const isTaken = (name: string) => own.has(name) || taken.has(inScope(name));
    const wrapped = given !== undefined && request.kind === "check" && naming.convention?.ck?.includes("%(constraint_name)s") ? conventionName(naming.convention, naming.names)({ ...request, constraintName: given }, isTaken) : given;
    const maker = naming.convention ? conventionName(naming.convention, naming.names) : naming.names;
    const name = wrapped ?? fitName(maker(request, isTaken), naming.limit);
    if (given !== undefined && !naming.anyLength && byteLength(name) > naming.limit) throw fault("MOD-007", `The name "${name}" is longer than the ${naming.limit} bytes that the database keeps.`, trace, "Choose a shorter name.");
    if (own.has(name)) throw fault("MOD-002", `Table "${key}" has two constraints or indexes named "${name}".`, trace);
    own.add(name);
    taken.add(inScope(name));
    partTraces.set(name, trace);
    // A name that the convention wraps holds the table's name, so it is as derived as one that nobody gave.
    if (given === undefined || wrapped !== given) derivedNames.push(name);
    if (renamedFrom !== undefined) renames.push({ kind: request.kind, table: key, from: renamedFrom, to: name });
    return name;
  };

  const columnName = (column: ColumnName, noun: string, trace: Trace): string => {
    // `t.naem` is undefined where no compiler looks.
    if (typeof column !== "string" && !(column instanceof Object)) throw fault("MOD-003", `${noun} of table "${key}" names a column that the table does not have.`, trace, `The columns are ${quotedList(declaration.columns.map(({ property }) => property))}.`);
    const name = typeof column === "string" ? column : column.column;
    if (column instanceof ColumnReference && column.table !== "" && column.table !== key) throw fault("MOD-003", `${noun} of table "${key}" names the column "${column.table}.${name}" of another table.`, trace);
    if (!columns.has(name)) throw fault("MOD-003", `${noun} of table "${key}" names the column "${name}", which the table does not have.`, trace, didYouMean(name, columns.keys()));
    return name;
  };
  const request = (kind: TablePartKind, names: readonly string[]): NameRequest => ({ kind, table: declaration.name, columns: names });
  const columnNames = (names: readonly ColumnName[], noun: string, trace: Trace) => names.map((name) => columnName(name, noun, trace));

  let primary: PrimaryKey | undefined;
  const uniques: Unique[] = [];
  const foreignKeys: ForeignKey[] = [];
  const checks: Check[] = [];
  const indexes: Index[] = [];
  const parts = [...declaration.columns.flatMap(columnParts), ...declaration.parts()];
  const inOrder = ["primaryKey", "unique", "foreignKey", "check", "index"] as const;
  for (const kind of inOrder) {
    for (const part of parts) {
      if (part.kind !== kind) continue;
      const { name: given, renamedFrom, trace } = part;
      if (part.kind === "primaryKey") {
        if (primary) throw fault("MOD-002", `Table "${key}" has two primary keys.`, trace, "Give a key of several columns once, as primaryKey().on(…) among the table's parts.");
        const names = columnNames(part.columns, "The primary key", trace);
        primary = { name: nameFor(request(kind, names), given, renamedFrom, trace), columns: names };
      } else if (part.kind === "unique") {
        const names = columnNames(part.columns, "A unique constraint", trace);
        uniques.push(withoutAbsent<Unique>({ name: nameFor(request(kind, names), given, renamedFrom, trace), columns: names, nullsNotDistinct: part.nullsNotDistinct, deferrable: part.deferrable }));
      } else if (part.kind === "foreignKey") {
        const names = columnNames(part.columns, "A foreign key", trace);
        const references = targetOf(part, key, trace);
        if (references.columns.length !== names.length) throw fault("MOD-004", `A foreign key of table "${key}" has ${names.length} columns and points at ${references.columns.length}.`, trace);
        const name = nameFor({ ...request(kind, names), referredTable: references.table, referredColumns: references.columns }, given, renamedFrom, trace);
        foreignKeys.push(withoutAbsent<ForeignKey>({ name, columns: names, references, ...actions(part.options) }));
      } else if (part.kind === "check") {
        checks.push({ name: nameFor({ ...request(kind, "column" in part ? [part.column as string] : []) }, given, renamedFrom, trace), sql: part.expression.sql });
      } else {
        if (!part.parts.length) throw fault("MOD-003", `An index of table "${key}" has no columns.`, trace);
        const keyParts = part.parts.map((each): IndexPart => {
          if (typeof each === "string" || each instanceof ColumnReference || !(each instanceof Object)) return { column: columnName(each, "An index", trace), ...(each instanceof ColumnReference && each.options) };
          return "expression" in each ? { expression: each.expression.sql, ...each.options } : { expression: each.sql };
        });
        const names = keyParts.map((each) => ("column" in each ? each.column : "expr"));
        const { include, ...options } = part.options;
        const included = include && columnNames(include, "An index", trace);
        indexes.push({ name: nameFor({ ...request(kind, names), ...(options.unique && { unique: true }) }, given, renamedFrom, trace), parts: keyParts, ...options, ...(included && { include: included }) });
      }
    }
  }

  for (const column of declaration.columns) if (column.renamedFrom !== undefined) renames.push({ kind: "column", table: key, from: column.renamedFrom, to: column.name });
  if (declaration.renamedFrom !== undefined) renames.push({ kind: "table", from: keyOf({ name: declaration.renamedFrom, schema }), to: key });

  const table = withoutAbsent<Table>({
    name: declaration.name,
    schema,
    columns: declaration.columns.map((column) => builtColumn(column, primary)),
    primaryKey: primary,
    uniques,
    foreignKeys,
    checks,
    indexes,
    comment: declaration.comment,
  });
  return { table, derivedNames, renames, partTraces };
}

/** A column as data; being part of the primary key makes it NOT NULL, as it does in the database. */
export function builtColumn(column: Omit<ColumnDeclaration, "property">, primary?: PrimaryKey): Column {
  return withoutAbsent<Column>({
    name: column.name,
    type: column.type,
    nullable: !column.notNull && !primary?.columns.includes(column.name),
    default: column.default,
    identity: column.identity,
    autoIncrement: column.autoIncrement,
    generated: column.generated,
    collation: column.collation,
    comment: column.comment,
  });
}

/** The constraints that were said on the column itself. */
function columnParts(column: ColumnDeclaration): (PartDeclaration & { readonly column?: string })[] {
  const { trace } = column;
  const columns = [column.name];
  const parts: (PartDeclaration & { readonly column?: string })[] = [];
  if (column.primaryKey) parts.push({ kind: "primaryKey", columns, trace, ...column.primaryKey });
  if (column.unique) parts.push({ kind: "unique", columns, trace, ...column.unique });
  if (column.references) {
    const { target, options } = column.references;
    const { name, ...rest } = options;
    parts.push({ kind: "foreignKey", columns, trace, target: typeof target === "string" ? namedTarget(target) : () => [target()], options: rest, ...(name !== undefined && { name }) });
  }
  for (const { expression, name } of column.checks ?? []) parts.push({ kind: "check", expression, trace, column: column.name, ...(name !== undefined && { name }) });
  return parts;
}

function namedTarget(target: string): { table: string; columns: readonly string[] } {
  const dot = target.lastIndexOf(".");
  return { table: target.slice(0, dot), columns: [target.slice(dot + 1)] };
}

function targetOf(part: Extract<PartDeclaration, { kind: "foreignKey" }>, key: string, trace: Trace): ForeignKey["references"] {
  if (typeof part.target !== "function") return part.target;
  let columns: readonly ColumnReference[];
  try {
    columns = part.target();
  } catch (error) {
    throw new GravenError("MOD-004", `A foreign key of table "${key}" points at a table that is not loaded: ${error instanceof Error ? error.message : String(error)}.`, {
      place: placeOf(trace),
      hint: "Write the target as a function, () => other.id, and look for modules that import each other in a circle.",
      cause: error,
    });
  }
  const [first] = columns;
  if (!(first instanceof Object) || columns.some((each) => each?.table === undefined || each.table !== first.table)) {
    throw fault("MOD-004", `A foreign key of table "${key}" does not point at columns of one table.`, trace, "Return a column, as in () => other.id, or a list of columns of the same table.");
  }
  return { table: first.table, columns: columns.map((each) => each.column) };
}

function actions(options: Omit<ReferenceOptions, "name">): Partial<ForeignKey> {
  const given = (action: ReferentialAction | "no action" | undefined) => (action === "no action" ? undefined : action);
  return withoutAbsent<Partial<ForeignKey>>({
    onDelete: given(options.onDelete),
    onUpdate: given(options.onUpdate),
    match: options.match === "full" ? "full" : undefined,
    deferrable: options.deferrable,
  });
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
      if (!missing.length) return [];
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

function fault(code: string, message: string, trace: Trace, hint?: string): GravenError {
  return new GravenError(code, message, { place: placeOf(trace), hint });
}

function placeText(trace: Trace): string {
  const place = placeOf(trace);
  return place ? `${place.file}:${place.line}` : "an unknown place";
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
