import { GravenError } from "../base/errors.ts";
import { applyOperation, applyOperations, warnings } from "../operations/apply.ts";
import { definitionOf, type Operation } from "../operations/index.ts";
import type { Finding } from "../checks/review.ts";
import type { OnlineTables } from "../diff/online.ts";
import type { Warning } from "../operations/definition.ts";
import { seedOperation, seedStub } from "../operations/seed-block.ts";
import { resolveSymbol } from "../revisions/resolve.ts";
import { schemaAt } from "../revisions/store.ts";
import { draftOf } from "../schema/edit.ts";
import type { ReadSchema } from "../models/build.ts";
import type { Schema, Table } from "../schema/types.ts";
import { findChanges, type Answers } from "./autogenerate.ts";
import type { Context } from "./context.ts";
import { dependenciesOf, newLabels, parentsFor, type Placing } from "./parents.ts";
import { importReaders, loadModelsAhead, openConfig, openProject, readProjectModels, type Project } from "./project.ts";
import { refreshStale } from "./snapshot.ts";
import { revisionText, wayBack, writeMade, writeRevisionFiles, type MadeRevision, type Place, type RevisionBody } from "./write-revision.ts";

export interface RevisionOptions extends Answers, Placing {
  readonly message?: string | undefined;
  /** Diff the models; without it the file is empty, for a person to fill in. */
  readonly autogenerate?: boolean;
  /** Models that declare nothing are meant: everything that stands is dropped. */
  readonly allowEmpty?: boolean;
  /** Write a file even when nothing changed. */
  readonly empty?: boolean;
  readonly revisionId?: string | undefined;
  /** The folder it goes to, where there are several; default that of what it builds on. */
  readonly folder?: string | undefined;
  /** Tables, by key, that get an empty block of rows to fill in. */
  readonly seeds?: readonly string[];
  readonly branchLabels?: readonly string[];
  readonly dependsOn?: readonly string[];
  /** Write operations in the form that lets others read and write meanwhile: for all tables, or for those named. */
  readonly online?: OnlineTables | undefined;
  /** Write two revisions for renames and costly changes of type: one that adds what is new beside what is old, one that takes the old away. */
  readonly expandContract?: boolean | undefined;
  /** Show the SQL of what would be written, and write nothing. */
  readonly sql?: boolean;
}

export interface RevisionResult {
  /** Absent when nothing was written. */
  readonly revision?: string;
  readonly file?: string;
  readonly operations: readonly string[];
  readonly warnings: readonly Warning[];
  /** What a review says of it. */
  readonly findings: readonly Finding[];
  readonly sql?: string;
  /** With `expandContract`: the second revision, where there is one. */
  readonly contract?: RevisionResult;
}

/** Writes a revision and its snapshot, both or neither. Needs no database. Nothing changed: writes nothing. */
export async function revision(context: Context, options: RevisionOptions): Promise<RevisionResult> {
  const isDiffed = options.autogenerate && !options.empty;
  if (isDiffed) await Promise.all([importReaders(), import("./review-settings.ts").then(({ importReviewers }) => importReviewers())]);
  const config = await openConfig(context, { dialectAhead: true });
  if (isDiffed) void loadModelsAhead(config);
  let project = await openProject(context, config);
  if (await refreshStale(context, project)) project = await openProject(context);
  const { graph } = project.store;
  const parents = parentsFor(graph, options);
  const place: Place = { parents, branchLabels: newLabels(graph, options.branchLabels ?? []), dependsOn: dependenciesOf(graph, options.dependsOn ?? []) };
  // What a dependency did is there when the revision runs, so the revision may build on it.
  const needed = [...new Set([...parents, ...place.dependsOn.flatMap((each) => resolveSymbol(graph, each))])];
  const { schema: before } = await schemaAt(project.store, needed);
  const plain = isDiffed ? await operationsTo(context, project, options, before) : [];
  if (options.expandContract) return inTwo(context, project, options, { ...place, needed }, plain, before);
  const online = options.online ?? project.config.online;
  const diffed = online ? (await import("../diff/online.ts")).onlineOperations(plain, before, online) : plain;
  const { operations, declared } = withSeeds(diffed, before, options.seeds ?? []);
  const found = warnings(operations, before);
  const result = { operations: operations.map((operation) => definitionOf(operation).describe(operation as never)), warnings: found.flat(), findings: isDiffed ? await findingsOf(project, operations, before) : [] };
  if (isDiffed && !operations.length) return result;
  if (options.sql) return { ...result, sql: await previewSql(project, operations, before) };
  const written = await writeRevisionFiles(context, project, { ...options, declared }, { ...place, needed }, operations, before);
  return { ...result, ...written };
}

/** Writes what leads to the models as two revisions, of which the second waits until no code uses what it takes away. */
async function inTwo(context: Context, project: Project, options: RevisionOptions, place: Place & { readonly needed: readonly string[] }, plain: readonly Operation[], before: Schema): Promise<RevisionResult> {
  if (!options.autogenerate) throw new GravenError("CLI-002", "--expand-contract splits what --autogenerate finds.", { hint: "Write it as in: gen revision --autogenerate --expand-contract" });
  if (options.seeds?.length) throw new GravenError("CLI-002", "--seed and --expand-contract do not go together: there are two files.", { hint: "Write them first, then: gen edit --seed <table> <revision>" });
  const { expandContract } = await import("./expand-contract.ts");
  const { expand, contract, back, notes } = await expandContract(project, plain, before, options.backfillBatch);
  const between = applyOperations(before, expand);
  const online = options.online ?? project.config.online;
  const first = online ? (await import("../diff/online.ts")).onlineOperations(expand, before, online) : expand;
  const told = [...(first.length ? [await toldOf(project, { operations: first, before })] : []), ...(contract.length ? [await toldOf(project, { operations: contract, before: between, downgrade: back }, notes)] : [])];
  const bodies = told.map(({ body }) => body);
  const results = told.map(({ result }) => result);
  for (const [at, body] of bodies.entries()) if (options.sql) results[at] = { ...results[at]!, sql: await previewSql(project, body.operations, body.before) };
  const joined = (): RevisionResult => (results.length ? { ...results[0]!, ...(results[1] && { contract: results[1] }) } : { operations: [], warnings: [], findings: [] });
  if (options.sql || !bodies.length) return joined();
  const made: MadeRevision[] = [];
  for (const [at, body] of bodies.entries()) {
    const suffix = bodies.length === 1 ? "" : at === 0 ? " (expand)" : " (contract)";
    const named = { ...options, message: `${options.message ?? ""}${suffix}`.trim(), ...(options.revisionId !== undefined && at > 0 && { revisionId: `${options.revisionId}_contract` }) };
    const parent = made[0]?.id;
    made.push(await revisionText(context, project, named, parent === undefined ? place : { parents: [parent], needed: [parent], branchLabels: [], dependsOn: [], beside: place.parents }, body));
    results[at] = { ...results[at]!, revision: made[at]!.id, file: made[at]!.file };
  }
  await writeMade(context, project, made);
  return joined();
}

/** What is said of operations that are about to be written; what a note is for is allowed in the file. */
async function toldOf(project: Project, body: RevisionBody, reasons: ReadonlyMap<Operation, { readonly codes: readonly string[]; readonly reason: string }> = new Map()): Promise<{ readonly body: RevisionBody; readonly result: RevisionResult }> {
  const { operations, before, downgrade } = body;
  const found = await findingsOf(project, operations, before, downgrade);
  const isAllowed = ({ operation, code }: Finding) => operation !== undefined && reasons.get(operations[operation]!)?.codes.includes(code) === true;
  const notes = new Map(
    operations.flatMap((operation, at) => {
      const codes = [...new Set(found.filter((finding) => finding.operation === at && isAllowed(finding)).map(({ code }) => code))];
      return codes.length ? [[operation, `graven-allow ${codes.join(", ")}: ${reasons.get(operation)!.reason}`] as const] : [];
    }),
  );
  const told = warnings(operations, before).flatMap((some, at) => (notes.has(operations[at]!) ? [] : some));
  return { body: { ...body, notes }, result: { operations: operations.map((operation) => definitionOf(operation).describe(operation as never)), warnings: told, findings: found.filter((finding) => !isAllowed(finding)) } };
}

/** The operations with an empty insert for each table that is named, and the stubs of those. */
function withSeeds(operations: readonly Operation[], before: Schema, tables: readonly string[]) {
  const after = draftOf(before);
  for (const operation of operations) applyOperation(after, operation);
  return { operations: [...operations, ...tables.map((table) => seedOperation(after, table))], declared: tables.map((table) => seedStub(after, table)) };
}

/** New tables of TypeScript models with a dot in their name, where many will have meant a schema. SQL says which it means by its quotes. */
function dottedTables({ schema, places }: ReadSchema, before: Schema): readonly Table[] {
  return Object.entries(schema.tables).flatMap(([key, table]) => (table.name.includes(".") && table.schema === undefined && !(key in before.tables) && !/\.sql$/i.test(places.get(key)?.file ?? "") ? [table] : []));
}

/** The operations that lead to the models, whose required rows must be the same twice. */
async function operationsTo(context: Context, project: Project, options: RevisionOptions, before: Schema): Promise<readonly Operation[]> {
  const read = await readProjectModels(project, { report: context.report, allowEmpty: options.allowEmpty });
  const { refuseChangingRows } = await import("./fresh-rows.ts");
  await refuseChangingRows(project, before, read);
  const { operations, unmatched } = await findChanges(before, read, project.dialect, options, context.questions, project.config);
  for (const message of unmatched) context.report({ kind: "warning", code: "DIF-007", message, hint: "Correct the former name that the model tells, or take it away." });
  if (project.dialect.capabilities.namespaces) for (const { name } of dottedTables(read, before)) context.report({ kind: "warning", code: "DIF-008", message: `Table "${name}" has a dot in its name: it stands in the default schema.`, hint: `If the schema is meant, write table(${JSON.stringify(name.slice(name.indexOf(".") + 1))}, …, { schema: ${JSON.stringify(name.slice(0, name.indexOf(".")))} }).` });
  return operations;
}

/** What a review says of operations that are about to be written; `gen review` says it again with places and SQL. */
async function findingsOf(project: Project, operations: readonly Operation[], before: Schema, given?: readonly Operation[]): Promise<readonly Finding[]> {
  if (!operations.length) return [];
  const { config, dialect } = project;
  const downgrade = given ?? (await wayBack(project, operations, before));
  const [{ reviewRevision }, { reviewSettings }] = await Promise.all([import("../checks/review.ts"), import("./review-settings.ts")]);
  const { findings } = reviewRevision({ revision: "", message: "", operations: operations.map((operation) => ({ operation })), before, downgrade, hasDowngrade: true, allowances: [] }, await reviewSettings(config, [dialect]));
  return findings;
}

async function previewSql({ dialect }: Project, operations: readonly Operation[], before: Schema): Promise<string> {
  const { printPlan } = await import("../runtime/offline.ts");
  const shown = operations.map((operation): Operation => (operation.kind === "todo" ? { kind: "execute", statements: [{ sql: `-- TODO: ${operation.message}` }] } : operation));
  return printPlan(dialect, dialect.plan(shown, before), shown);
}
