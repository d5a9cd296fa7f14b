import type { AnnotatedOperation } from "../codegen/source.ts";
import { GravenError } from "../base/errors.ts";
import { applyOperation, invertOperations, warnings } from "../operations/apply.ts";
import { definitionOf, isRowOperation, type Operation } from "../operations/index.ts";
import type { Finding } from "../checks/review.ts";
import type { OnlineTables } from "../diff/online.ts";
import type { Warning } from "../operations/definition.ts";
import { sourceChecksum } from "../revisions/checksum.ts";
import { findRevision } from "../revisions/graph.ts";
import { resolveSymbol } from "../revisions/resolve.ts";
import { revisionPath, schemaAt, snapshotPath } from "../revisions/store.ts";
import { snapshotOf, snapshotText } from "../revisions/snapshot.ts";
import { draftOf } from "../schema/edit.ts";
import type { Schema } from "../schema/types.ts";
import { findChanges, type Answers } from "./autogenerate.ts";
import type { Context } from "./context.ts";
import { placeOfNew } from "./folder.ts";
import { dependenciesOf, newLabels, parentsFor, type Placing } from "./parents.ts";
import { runPostWrite } from "./post-write.ts";
import { importReaders, loadModelsAhead, openConfig, openProject, readProjectModels, type Project } from "./project.ts";
import { refreshStale } from "./snapshot.ts";

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
  readonly branchLabels?: readonly string[];
  readonly dependsOn?: readonly string[];
  /** Write operations in the form that lets others read and write meanwhile: for all tables, or for those named. */
  readonly online?: OnlineTables | undefined;
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
}

/** Writes a revision and its snapshot, both or neither. Needs no database. Nothing changed: writes nothing. */
export async function revision(context: Context, options: RevisionOptions): Promise<RevisionResult> {
  const isDiffed = options.autogenerate && !options.empty;
  if (isDiffed) await importReaders();
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
  const online = options.online ?? project.config.online;
  const operations = online ? (await import("../diff/online.ts")).onlineOperations(plain, before, online) : plain;
  const found = warnings(operations, before);
  const result = { operations: operations.map((operation) => definitionOf(operation).describe(operation as never)), warnings: found.flat(), findings: isDiffed ? await findingsOf(project, operations, before) : [] };
  if (isDiffed && !operations.length) return result;
  if (options.sql) return { ...result, sql: await previewSql(project, operations, before) };
  const written = await writeRevisionFiles(context, project, options, { ...place, needed }, operations, before);
  return { ...result, ...written };
}

/** The operations that lead to the models, whose required rows must be the same twice. */
async function operationsTo(context: Context, project: Project, options: RevisionOptions, before: Schema): Promise<readonly Operation[]> {
  const read = await readProjectModels(project, { report: context.report, allowEmpty: options.allowEmpty });
  const { refuseChangingRows } = await import("./fresh-rows.ts");
  await refuseChangingRows(project, before, read);
  return (await findChanges(before, read, project.dialect, options, context.questions, project.config)).operations;
}

/** What a review says of operations that are about to be written; `gen review` says it again with places and SQL. */
async function findingsOf({ config, dialect }: Project, operations: readonly Operation[], before: Schema): Promise<readonly Finding[]> {
  if (!operations.length) return [];
  const [{ reviewRevision }, { reviewSettings }] = await Promise.all([import("../checks/review.ts"), import("./review-settings.ts")]);
  const downgrade = invertOperations(operations, before);
  const { findings } = reviewRevision({ revision: "", message: "", operations: operations.map((operation) => ({ operation })), before, downgrade, hasDowngrade: true, allowances: [] }, await reviewSettings(config, [dialect]));
  return findings;
}

/** Where the new revision stands in the history. */
export interface Place {
  readonly parents: readonly string[];
  readonly branchLabels: readonly string[];
  readonly dependsOn: readonly string[];
}

/** Writes a revision of these operations with its snapshot, and other files with it: all or none. */
export async function writeRevisionFiles(
  context: Context,
  project: Project,
  options: Pick<RevisionOptions, "message" | "revisionId" | "folder">,
  { parents, needed, branchLabels, dependsOn }: Place & { readonly needed: readonly string[] },
  operations: readonly Operation[],
  before: Schema,
  others: Parameters<Context["files"]["writeAll"]>[0] = [],
) {
  const { config } = project;
  const found = warnings(operations, before);
  const id = options.revisionId ?? context.newId();
  checkId(project, id);
  const message = options.message ?? "";
  const { folder, root } = placeOfNew(config, project.store, parents, options.folder);
  const file = revisionPath(folder, id, message);
  const { writeRevision, resolvePrettierConfig } = await import("../codegen/index.ts");
  const after = draftOf(before);
  for (const operation of operations) applyOperation(after, operation);
  const [template, prettier] = await Promise.all([config.template === undefined ? undefined : readTemplate(context, config.template), resolvePrettierConfig(file)]);
  const text = await writeRevision(
    {
      message,
      revision: id,
      downRevision: parents.length > 1 ? parents : (parents[0] ?? null),
      branchLabels,
      dependsOn,
      created: context.now(),
      upgrade: operations.map((operation, index) => ({ operation, comments: [...seedComment(operations, index), ...found[index]!.map((warning) => `Warning: ${warning.message}`)] })),
      downgrade: annotatedDowngrade(operations, before),
      before,
      after,
    },
    { template, prettier },
  );
  const identity = { revision: id, parents: needed, source: sourceChecksum(text) };
  const snapshot = snapshotPath(root, id);
  await context.files.writeAll([
    { path: file, text },
    { path: snapshot, text: snapshotText(snapshotOf(identity, before, after)) },
    ...others,
  ]);
  if (config.postWrite?.length) {
    await runPostWrite(config.postWrite, file, config.folder);
    const formatted = await context.files.read(file);
    const source = sourceChecksum(formatted ?? text);
    if (source !== identity.source) await context.files.writeAll([{ path: snapshot, text: snapshotText(snapshotOf({ ...identity, source }, before, after)), replace: true }]);
  }
  return { revision: id, file };
}

/** The inverse operations, with a note above those that bring something back without what it held. */
function annotatedDowngrade(operations: readonly Operation[], before: Schema): AnnotatedOperation[] {
  const notes = new Map<Operation, string>();
  const draft = draftOf(before);
  for (const operation of operations) {
    if (operation.kind === "dropTable") notes.set(operation, `The rows of "${operation.table}" are not in this file: the table comes back empty.`);
    if (operation.kind === "dropColumn") notes.set(operation, `The values of "${operation.table}.${operation.column}" are not in this file: the column comes back without them.`);
    applyOperation(draft, operation);
  }
  return invertOperations(operations, before).map((operation, index, all) => ({ operation, comments: [...seedComment(all, index), ...commentsFor(operation, notes)] }));
}

/** What stands above a block of operations on required rows. */
function seedComment(operations: readonly Operation[], index: number): readonly string[] {
  const isSeed = (operation: Operation | undefined) => operation !== undefined && isRowOperation(operation) && operation.by?.required === true;
  return isSeed(operations[index]) && !isSeed(operations[index - 1]) ? ["required seed"] : [];
}

function commentsFor(inverse: Operation, notes: ReadonlyMap<Operation, string>): readonly string[] {
  for (const [operation, note] of notes) {
    const isSame =
      (operation.kind === "dropTable" && inverse.kind === "createTable" && operation.table === keyOfTable(inverse.table)) ||
      (operation.kind === "dropColumn" && inverse.kind === "addColumn" && operation.table === inverse.table && operation.column === inverse.column.name);
    if (isSame) return [note];
  }
  return [];
}

function keyOfTable(table: { readonly name: string; readonly schema?: string }): string {
  return table.schema === undefined ? table.name : `${table.schema}.${table.name}`;
}

function checkId({ store }: Project, id: string): void {
  if (!/^[A-Za-z0-9_]+$/.test(id) || id.length > 200) throw new GravenError("REV-011", `"${id}" is no revision id.`, { hint: "Use letters, digits and underscores." });
  if (store.graph.revisions.has(id)) throw new GravenError("REV-001", `There is a revision "${id}" already.`, { place: { file: findRevision(store.graph, id).file }, hint: "Choose another id, or leave --rev-id out." });
}

async function readTemplate(context: Context, path: string): Promise<string> {
  const text = await context.files.read(path);
  if (text === undefined) throw new GravenError("CFG-005", `There is no template ${path}.`, { hint: "Correct `template` in the config, or remove it." });
  return text;
}

async function previewSql({ dialect }: Project, operations: readonly Operation[], before: Schema): Promise<string> {
  const { printPlan } = await import("../runtime/offline.ts");
  const shown = operations.map((operation): Operation => (operation.kind === "todo" ? { kind: "execute", statements: [{ sql: `-- TODO: ${operation.message}` }] } : operation));
  return printPlan(dialect, dialect.plan(shown, before), shown);
}
