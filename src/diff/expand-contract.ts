import { GravenError } from "../base/errors.ts";
import { sameJson } from "../base/json.ts";
import { quotedList } from "../base/text.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { ColumnPair, InStep } from "../dialects/in-step.ts";
import { applyOperation, applyOperations, describeOperation, invertOperations } from "../operations/apply.ts";
import type { WrittenAt } from "../operations/confirm.ts";
import type { Operation, OperationOf } from "../operations/index.ts";
import { withRenamedColumn } from "../operations/rename-column.ts";
import { draftOf } from "../schema/edit.ts";
import { columnNamed, findColumn, findTable, partNames } from "../schema/find.ts";
import { fitName } from "../schema/names.ts";
import { objectKey } from "../schema/object-key.ts";
import { sameSchema } from "../schema/same.ts";
import type { Column, Schema, Table } from "../schema/types.ts";
import { onlineOperations } from "./online.ts";
import { copiedParts, type CopiedParts } from "./part-copies.ts";

/** What the split must be told of its database. */
export interface SplitOptions {
  readonly dialect: Dialect;
  readonly inStep: InStep;
  /** Whether a change of type is worth two revisions: it reads or writes the whole table. */
  readonly isCostly: (operation: OperationOf<"alterColumn">, schema: Schema) => boolean;
  /** Rows at once, where the table has a primary key. */
  readonly batchSize: number;
}

/** Two revisions in the place of one, which lead to the same schema. Either may be empty. */
export interface ExpandAndContract {
  readonly expand: readonly Operation[];
  readonly contract: readonly Operation[];
  /** The downgrade of `contract`: the old columns come back with their values. That of `expand` is its inverse. */
  readonly back: readonly Operation[];
  /** What a review finds of operations of `contract`, and why that is fine here. */
  readonly notes: Notes;
}

type Notes = ReadonlyMap<Operation, { readonly codes: readonly string[]; readonly reason: string }>;
type NotesToBe = Map<Operation, { readonly codes: readonly string[]; readonly reason: string }>;

/** What goes only once nobody uses it. */
const contracting: ReadonlySet<Operation["kind"]> = new Set(["dropTable", "dropColumn", "dropEnum", "dropSchema", "dropObject", "dropIndex", "dropConstraint"]);

interface Split {
  readonly key: string;
  readonly old: string;
  /** The name in between: the new one, or one of its own where the column keeps its name. */
  readonly fresh: string;
  /** The column in the end. */
  readonly final: Column;
  readonly cause: Operation;
}

/** An operation with its way back. */
interface Stage {
  readonly up: readonly Operation[];
  readonly down: readonly Operation[];
}

/**
 * Splits renames and costly changes of type into a revision that adds what is new beside what is old and keeps both in step, and one that
 * takes away what is old. Other additions go into the first, other drops into the second. Throws DIF-006 for what cannot be split.
 */
export function expandAndContract(plain: readonly Operation[], before: Schema, options: SplitOptions): ExpandAndContract {
  const after = applyOperations(before, plain);
  const splits = findSplits(plain, before, after, options);
  const tables = plain.filter((operation) => operation.kind === "renameTable");
  for (const operation of tables) refuseTable(operation, plain, before, options);
  for (const split of splits) refuseColumn(split, plain, before);

  const draft = draftOf(before);
  const expand: Operation[] = [];
  const late: Operation[] = [];
  const stages = new Map<string, TableSplit>();
  const add = (operation: Operation) => {
    expand.push(operation);
    applyOperation(draft, operation);
  };
  for (const operation of plain) {
    const own = splits.filter(({ cause }) => cause === operation);
    for (const split of own) {
      const present = stages.get(split.key) ?? new TableSplit(split.key, options);
      stages.set(split.key, present);
      for (const each of present.expanded(split, draft)) add(each);
      const all = splits.filter(({ key }) => key === split.key);
      if (all.length === present.count) for (const each of present.copies(all, findTable(before, split.key), draft)) add(each);
    }
    if (own.length || isAbsorbed(operation, splits)) continue;
    if (operation.kind === "renameTable") add(secondName(operation, before, options));
    else if (contracting.has(operation.kind) || isAbout(operation, splits, stages)) late.push(operation);
    else add(operation);
  }
  const between = applyOperations(before, expand);
  const named = [...tables.map((operation) => `table ${operation.from} (now ${operation.to})`), ...splits.map(splitText), ...late.filter(isDrop).map(describeOperation)];
  if (!named.length) return { expand: [...expand, ...late], contract: [], back: [], notes: new Map() };
  const contracted = contraction(between, late, tables, [...stages.values()]);
  const marks = [...stages.values()].flatMap((stage) => stage.marks);
  const contract: readonly Operation[] = [{ kind: "confirm", message: `No code depends on what goes here any more: ${named.join("; ")}.`, ...(marks.length && { options: { writtenAt: marks } }) }, ...contracted.contract];
  // What is moved between two revisions must not lead elsewhere.
  if (!sameSchema(applyOperations(between, contract), after)) throw cannotSplit("The changes depend on one another in a way that two revisions cannot keep apart");
  return { ...contracted, expand, contract };
}

function isDrop(operation: Operation): boolean {
  return contracting.has(operation.kind);
}

function splitText({ key, old, fresh, final }: Split): string {
  return final.name === fresh ? `column ${key}.${old} (now ${fresh})` : `column ${key}.${old} with its old type`;
}

function cannotSplit(what: string, hint = "Leave --expand-contract out, or make the change by hand in several revisions."): GravenError {
  return new GravenError("DIF-006", `${what}.`, { hint });
}

function findSplits(plain: readonly Operation[], before: Schema, after: Schema, { isCostly, dialect }: SplitOptions): readonly Split[] {
  const renames = plain.filter((operation) => operation.kind === "renameColumn");
  const retyped = plain.filter((operation) => operation.kind === "alterColumn").filter(({ changes }) => changes.type !== undefined);
  const renamed = renames.map((rename): Split => {
    const { table: key, from: old, to: fresh } = rename;
    return { key, old, fresh, final: findColumn(findTable(after, key), fresh), cause: retyped.find(({ table, column }) => table === key && column === fresh) ?? rename };
  });
  const others = retyped.filter((operation) => !renamed.some(({ cause }) => cause === operation) && before.tables[operation.table] && isCostly(operation, before));
  return [
    ...renamed,
    ...others.map((cause): Split => {
      const table = findTable(after, cause.table);
      return { key: cause.table, old: cause.column, fresh: freeName(`${cause.column}_new`, dialect, (name) => columnNamed(table, name) !== undefined), final: findColumn(table, cause.column), cause };
    }),
  ];
}

function freeName(wanted: string, { naming }: Dialect, taken: (name: string) => boolean): string {
  let name = fitName(wanted, naming.limit);
  for (let count = 2; taken(name); count++) name = fitName(`${wanted}${count}`, naming.limit);
  return name;
}

/** Whether the new column is made with what this operation says. */
function isAbsorbed(operation: Operation, splits: readonly Split[]): boolean {
  if (operation.kind === "renameColumn") return splits.some(({ key, old }) => key === operation.table && old === operation.from);
  return operation.kind === "alterColumn" && splits.some(({ key, final }) => key === operation.table && final.name === operation.column);
}

/** Whether an operation speaks of what has its name, or its type, only in the end. */
function isAbout(operation: Operation, splits: readonly Split[], stages: ReadonlyMap<string, TableSplit>): boolean {
  if (!("table" in operation) || typeof operation.table !== "string") return false;
  const text = JSON.stringify(operation);
  const own = splits.filter(({ key }) => key === operation.table);
  return own.some(({ fresh, final }) => fresh !== final.name && text.includes(final.name)) || Boolean(stages.get(operation.table)?.partNames.some((name) => text.includes(JSON.stringify(name))));
}

/** What stands on a table and is not taken along. Throws DIF-006 with the reason. */
function refuseColumn({ key, old, fresh, final }: Split, plain: readonly Operation[], before: Schema): void {
  const table = before.tables[key];
  if (!table) throw cannotSplit(`Table "${key}" is renamed and its column "${old}" is changed in one revision`, "Write two revisions: the first with the one change, the second with the other.");
  const column = findColumn(table, old);
  const scratch = applyOperations(before, [{ kind: "renameColumn", table: key, from: old, to: fresh }]);
  const renamed = scratch.tables[key]!;
  const computed = table.columns.filter(({ name, generated }) => generated && name !== old && !sameJson(generated, columnNamed(renamed, name)?.generated));
  const pointing = Object.keys(before.tables).filter((other) => other !== key && before.tables[other] !== scratch.tables[other]);
  const replaced = new Set(plain.flatMap((operation) => (operation.kind === "replaceObject" ? [objectKey(operation.object)] : [])));
  const objects = Object.keys({ ...before.objects, ...scratch.objects }).filter((name) => before.objects[name] !== scratch.objects[name] && !replaced.has(name));
  const reason =
    column.generated || final.generated ? "it is computed"
    : column.identity || column.autoIncrement || final.identity || final.autoIncrement ? "the database counts it up"
    : !sameJson(table.primaryKey, renamed.primaryKey) ? "it is in the primary key"
    : computed.length ? `column "${computed[0]!.name}" is computed from it`
    : pointing.length || table.foreignKeys.some(({ references }) => references.table === key && references.columns.includes(old)) ? `foreign keys of ${quotedList(pointing.length ? pointing : [key], "and")} point at it`
    : !sameJson(table.facts, renamed.facts) ? "the table is parted by it"
    : before.requiredRows[key]?.rows.some((row) => old in row) ? "required rows hold it"
    : objects.length ? `${quotedList(objects, "and")} uses it`
    : undefined;
  if (reason !== undefined) throw cannotSplit(`Column "${key}.${old}" cannot stand beside its successor: ${reason}`);
}

function refuseTable({ from, to }: OperationOf<"renameTable">, plain: readonly Operation[], before: Schema, { inStep }: SplitOptions): void {
  if (inStep.noSecondName !== undefined) throw cannotSplit(`Table "${from}" cannot answer to the name "${to}" too: ${inStep.noSecondName}`);
  const other = plain.find((operation) => operation.kind !== "renameTable" && "table" in operation && (operation.table === to || operation.table === from));
  if (other) throw cannotSplit(`Table "${from}" is renamed and changed in one revision (${describeOperation(other)})`, "Write two revisions: the first with the one change, the second with the other.");
  if (before.requiredRows[from]) throw cannotSplit(`Table "${from}" holds required rows`);
}

/** The new name as a view, through which others read and write. */
function secondName({ from, to }: OperationOf<"renameTable">, before: Schema, { dialect }: SplitOptions): Operation {
  const { name, schema } = keyParts(to);
  const columns = findTable(before, from).columns.map((column) => dialect.quote(column.name));
  return { kind: "createObject", object: { kind: "view", name, ...(schema !== undefined && { schema }), query: `SELECT ${columns.join(", ")} FROM ${dialect.tableName(from)}` } };
}

function keyParts(key: string): { readonly name: string; readonly schema?: string } {
  const dot = key.indexOf(".");
  return dot < 0 ? { name: key } : { schema: key.slice(0, dot), name: key.slice(dot + 1) };
}

/** The columns of one table that are split, with the constraints and indexes on them. */
class TableSplit {
  count = 0;
  readonly key: string;
  private readonly options: SplitOptions;
  private readonly columns: { readonly split: Split; readonly pair: ColumnPair; readonly made: readonly Operation[]; readonly check: Operation | undefined; readonly isGiven: boolean }[] = [];
  private parts: CopiedParts | undefined;

  constructor(key: string, options: SplitOptions) {
    this.key = key;
    this.options = options;
  }

  /** The columns that tell when the old ones were written last, each with its table. */
  get marks(): readonly WrittenAt[] {
    return this.columns.map(({ pair }) => ({ table: this.key, column: pair.mark.name }));
  }

  /** Names of parts that the old columns are in. */
  get partNames(): readonly string[] {
    return this.parts?.names ?? [];
  }

  /** The new column beside the old one, kept in step, and filled. */
  expanded(split: Split, schema: Schema): readonly Operation[] {
    this.count++;
    const { dialect, inStep, batchSize } = this.options;
    const { key, old: from, fresh: to, final } = split;
    const old = findColumn(findTable(schema, key), from);
    const isLiteral = final.default !== undefined && "value" in final.default;
    const { default: given, ...rest } = final;
    const fresh: Column = { ...rest, name: to, nullable: true, ...(isLiteral && { default: given! }) };
    const { default: _, ...bare } = fresh;
    const first: Operation[] = [{ kind: "addColumn", table: key, column: bare }];
    if (isLiteral) first.push({ kind: "alterColumn", table: key, column: to, changes: { default: given! } });
    const relaxed = inStep.requiresFirst && !old.nullable;
    let check: Operation | undefined;
    if (relaxed) {
      const name = freeName(`${findTable(schema, key).name}_${from}_given`, dialect, (each) => partNames(findTable(schema, key)).some((part) => part.name === each));
      check = { kind: "createCheck", table: key, check: { name, sql: `${dialect.quote(from)} IS NOT NULL OR ${dialect.quote(to)} IS NOT NULL` } };
      first.push({ kind: "alterColumn", table: key, column: from, changes: { nullable: true } }, check);
    }
    const mark: Column = { name: freeName(`${from}_written_at`, dialect, (name) => columnNamed(findTable(schema, key), name) !== undefined), type: { kind: "bigint" }, nullable: true };
    first.push({ kind: "addColumn", table: key, column: mark });
    const reached = applyOperations(schema, first);
    const table = findTable(reached, key);
    const pair: ColumnPair = { key, table, old: findColumn(table, from), fresh: findColumn(table, to), mark, schema: reached };
    // Triggers of one kind run in the order of their names on PostgreSQL: this one must see what the others have made of the row.
    const name = fitName(`zz_${table.name}_${from}_in_step`, dialect.naming.limit - 11);
    const made = inStep.triggers(pair, name).map((object): Operation => ({ kind: "createObject", object }));
    const fill = this.filled(table, to, inStep.converted(dialect.quote(from), pair.old, pair.fresh, reached), inStep.differs(pair), batchSize);
    this.columns.push({ split, pair, made, check, isGiven: !old.nullable });
    return [...first, ...made, fill];
  }

  /** The constraints and indexes of the old columns, over the new ones and under names of their own. */
  copies(splits: readonly Split[], before: Table, schema: Schema): readonly Operation[] {
    const { dialect } = this.options;
    const renamed = splits.reduce((table, { old, fresh }) => withRenamedColumn(table, old, fresh), before);
    const taken = new Set(Object.values(schema.tables).flatMap((table) => partNames(table).map(({ name }) => name)));
    this.parts = copiedParts(this.key, before, renamed, (name) => freeName(`${name}_new`, dialect, (each) => taken.has(each)));
    return this.parts.creates.map((operation) => this.online(operation, schema));
  }

  /** What takes the old columns away, and gives the new ones their names. */
  contracted(notes: NotesToBe): readonly ((schema: Schema) => Stage)[] {
    const { key, columns } = this;
    const plainly = (operation: Operation, note?: { readonly codes: readonly string[]; readonly reason: string }) => (schema: Schema): Stage => {
      const up = this.online(operation, schema);
      if (note) notes.set(up, note);
      return { up: [up], down: invertOperations([up], schema) };
    };
    const parts = this.parts ?? { drops: [], renames: [] };
    const finished = columns.flatMap(({ split: { fresh, final, old }, isGiven }) => {
      const isLiteral = final.default !== undefined && "value" in final.default;
      return [
        ...(final.nullable ? [] : [plainly({ kind: "alterColumn", table: key, column: fresh, changes: { nullable: false } }, isGiven ? { codes: ["set-not-null-data"], reason: `it is in step with ${old}, which holds a value in each row` } : undefined)]),
        ...(final.default && !isLiteral ? [plainly({ kind: "alterColumn", table: key, column: fresh, changes: { default: final.default } })] : []),
      ];
    });
    const named = columns.flatMap(({ split: { fresh, final } }) => {
      if (fresh === final.name) return [];
      const rename: Operation = { kind: "renameColumn", table: key, from: fresh, to: final.name };
      notes.set(rename, { codes: ["rename-column"], reason: "it takes the place of the column that has gone" });
      return [plainly(rename)];
    });
    return [...finished, ...parts.drops.map((drop) => plainly(drop, { codes: ["drop-fk", "drop-check", "index-dropped"], reason: "the same stands over what takes its place" })), ...columns.map((column) => (schema: Schema) => this.dropped(column, schema, notes)), ...named, ...parts.renames.map((rename) => plainly(rename))];
  }

  private dropped({ split, pair, made, check }: (typeof this.columns)[number], schema: Schema, notes: NotesToBe): Stage {
    const { key } = this;
    const { dialect, inStep } = this.options;
    const drop: Operation = { kind: "dropColumn", table: key, column: split.old };
    notes.set(drop, { codes: ["drop-column"], reason: `${split.fresh} holds its values` });
    const drops = [...made].reverse().map((operation): Operation => ({ kind: "dropObject", object: objectKey((operation as OperationOf<"createObject">).object) }));
    const released: Operation[] = check?.kind === "createCheck" ? [{ kind: "dropConstraint", table: key, name: check.check.name }] : [];
    for (const release of released) notes.set(release, { codes: ["drop-check"], reason: "it stood for NOT NULL while there were two columns" });
    const standing = findColumn(findTable(schema, key), split.old);
    const { default: given, ...rest } = standing;
    const changes = { ...(!standing.nullable && { nullable: false }), ...(given && { default: given }) };
    const value = inStep.converted(dialect.quote(split.fresh), pair.fresh, pair.old, schema);
    const down: Operation[] = [
      { kind: "addColumn", table: key, column: { ...rest, nullable: true } },
      { kind: "addColumn", table: key, column: pair.mark },
      ...made,
      // Whoever writes the mark is not marked: nobody has used the old column here.
      { kind: "backfill", table: key, assignments: { set: { [split.old]: { sql: value }, [pair.mark.name]: { sql: "0" } } } },
      ...(Object.keys(changes).length ? [{ kind: "alterColumn" as const, table: key, column: split.old, changes }] : []),
      ...(check ? [check] : []),
    ];
    const unmark: Operation = { kind: "dropColumn", table: key, column: pair.mark.name };
    notes.set(unmark, { codes: ["drop-column"], reason: `it told when ${split.old} was written last` });
    return { up: [...drops, ...released, drop, unmark], down };
  }

  private filled({ primaryKey }: Table, column: string, sql: string, where: string, batchSize: number): Operation {
    return { kind: "backfill", table: this.key, assignments: { set: { [column]: { sql } }, where: { sql: where }, ...(primaryKey && { batchSize }) } };
  }

  /** In the form that lets others write meanwhile, where the database has one for it. */
  private online(operation: Operation, schema: Schema): Operation {
    const [form] = onlineOperations([operation], schema, [this.key]);
    const { plan } = this.options.dialect;
    try {
      return sameJson(plan([form!], schema), plan([operation], schema)) ? operation : form!;
    } catch (error) {
      if (!(error instanceof GravenError)) throw error;
      return operation;
    }
  }
}

/** The second revision and its way back, each operation undone on the schema that it found. */
function contraction(between: Schema, late: readonly Operation[], tables: readonly OperationOf<"renameTable">[], splits: readonly TableSplit[]): Omit<ExpandAndContract, "expand"> {
  const notes: NotesToBe = new Map();
  const plainly = (operation: Operation) => (schema: Schema): Stage => ({ up: [operation], down: invertOperations([operation], schema) });
  const objects = late.filter(({ kind }) => kind === "dropObject");
  const makers = [
    ...objects.map(plainly),
    ...tables.flatMap((operation) => {
      notes.set(operation, { codes: ["rename-table"], reason: "a view has answered to the new name until here" });
      return [plainly({ kind: "dropObject", object: `view ${operation.to}` }), plainly(operation)];
    }),
    ...splits.flatMap((split) => split.contracted(notes)),
    ...late.filter(({ kind }) => kind !== "dropObject").map(plainly),
  ];
  const draft = draftOf(between);
  const stages = makers.map((make) => {
    const stage = make(draft);
    for (const operation of stage.up) applyOperation(draft, operation);
    return stage;
  });
  return { contract: stages.flatMap(({ up }) => up), back: [...stages].reverse().flatMap(({ down }) => down), notes };
}
