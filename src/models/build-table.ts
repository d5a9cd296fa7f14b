import { GravenError } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import { placeOf, type Trace } from "../base/trace.ts";
import { withoutAbsent } from "../schema/edit.ts";
import { keyOf } from "../schema/key.ts";
import { conventionName, fitName, standardName, type NameMaker, type NameRequest, type NamingConvention } from "../schema/names.ts";
import { withSettledPeriods } from "../schema/row-period.ts";
import type { Check, Column, Exclusion, ForeignKey, Index, IndexPart, PrimaryKey, ReferentialAction, SqlText, Table, TablePartKind, Unique } from "../schema/types.ts";
import type { ColumnDeclaration, ColumnName, ExpressionPart, PartDeclaration, ReferenceOptions, TableDeclaration } from "./declaration.ts";
import { ColumnReference } from "./reference.ts";

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
  readonly kind: "table" | "column" | "enum" | "enumLabel" | "object" | TablePartKind;
  readonly table?: string;
  readonly from: string;
  readonly to: string;
}

/** One table with its names, from its declaration alone. */
export interface BuiltTable {
  readonly table: Table;
  readonly derivedNames: readonly string[];
  readonly renames: readonly RenameHint[];
  readonly partTraces: ReadonlyMap<string, Trace>;
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
    // An heir has its parent's columns too, which stand there alone.
    if (!columns.has(name) && !declaration.facts?.inherits && !declaration.facts?.partitionOf) throw fault("MOD-003", `${noun} of table "${key}" names the column "${name}", which the table does not have.`, trace, didYouMean(name, columns.keys()));
    return name;
  };
  const request = (kind: TablePartKind, names: readonly string[]): NameRequest => ({ kind, table: declaration.name, columns: names });
  const columnNames = (names: readonly ColumnName[], noun: string, trace: Trace) => names.map((name) => columnName(name, noun, trace));

  const indexPart = (part: ColumnName | SqlText | ExpressionPart, noun: string, trace: Trace): IndexPart => {
    if (typeof part === "string" || part instanceof ColumnReference || !(part instanceof Object)) return { column: columnName(part, noun, trace), ...(part instanceof ColumnReference && part.options) };
    return "expression" in part ? { expression: part.expression.sql, ...part.options } : { expression: part.sql };
  };

  let primary: PrimaryKey | undefined;
  const uniques: Unique[] = [];
  const foreignKeys: ForeignKey[] = [];
  const checks: Check[] = [];
  const exclusions: Exclusion[] = [];
  const indexes: Index[] = [];
  const parts = [...declaration.columns.flatMap(columnParts), ...declaration.parts()];
  const inOrder = ["primaryKey", "unique", "foreignKey", "check", "exclusion", "index"] as const;
  for (const kind of inOrder) {
    for (const part of parts) {
      if (part.kind !== kind) continue;
      const { name: given, renamedFrom, trace } = part;
      if (part.kind === "primaryKey") {
        if (primary) throw fault("MOD-002", `Table "${key}" has two primary keys.`, trace, "Give a key of several columns once, as primaryKey().on(…) among the table's parts.");
        const names = columnNames(part.columns, "The primary key", trace);
        const include = part.include && columnNames(part.include, "The primary key", trace);
        primary = withoutAbsent<PrimaryKey>({ name: nameFor(request(kind, names), given, renamedFrom, trace), columns: names, include, withoutOverlaps: part.withoutOverlaps, deferrable: part.deferrable });
      } else if (part.kind === "unique") {
        const names = columnNames(part.columns, "A unique constraint", trace);
        uniques.push(withoutAbsent<Unique>({ name: nameFor(request(kind, names), given, renamedFrom, trace), columns: names, nullsNotDistinct: part.nullsNotDistinct, include: part.include && columnNames(part.include, "A unique constraint", trace), withoutOverlaps: part.withoutOverlaps, deferrable: part.deferrable }));
      } else if (part.kind === "foreignKey") {
        const names = columnNames(part.columns, "A foreign key", trace);
        const references = targetOf(part, key, trace);
        if (references.columns.length !== names.length) throw fault("MOD-004", `A foreign key of table "${key}" has ${names.length} columns and points at ${references.columns.length}.`, trace);
        const name = nameFor({ ...request(kind, names), referredTable: references.table, referredColumns: references.columns }, given, renamedFrom, trace);
        foreignKeys.push(withoutAbsent<ForeignKey>({ name, columns: names, references, ...actions(part.options) }));
      } else if (part.kind === "check") {
        const { notValid, noInherit, notEnforced } = part;
        checks.push(withoutAbsent<Check>({ name: nameFor({ ...request(kind, "column" in part ? [part.column as string] : []) }, given, renamedFrom, trace), sql: part.expression.sql, notValid, noInherit, notEnforced }));
      } else if (part.kind === "exclusion") {
        if (!part.elements.length) throw fault("MOD-003", `An exclusion constraint of table "${key}" has no columns.`, trace);
        const elements = part.elements.map((element) => ({ ...indexPart(element.part, "An exclusion constraint", trace), operator: element.operator }));
        const names = elements.map((each) => ("column" in each ? each.column : "expr"));
        exclusions.push({ name: nameFor(request(kind, names), given, renamedFrom, trace), elements, ...part.options });
      } else {
        if (!part.parts.length) throw fault("MOD-003", `An index of table "${key}" has no columns.`, trace);
        const keyParts = part.parts.map((each) => indexPart(each, "An index", trace));
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
    exclusions: exclusions.length ? exclusions : undefined,
    comment: declaration.comment,
    facts: declaration.facts && Object.keys(declaration.facts).length ? declaration.facts : undefined,
  });
  return { table: withSettledPeriods(table), derivedNames, renames, partTraces };
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
    facts: column.facts,
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
    notValid: options.notValid ? true : undefined,
    onDeleteColumns: options.onDeleteColumns,
  });
}

export function fault(code: string, message: string, trace: Trace, hint?: string): GravenError {
  return new GravenError(code, message, { place: placeOf(trace), hint });
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
