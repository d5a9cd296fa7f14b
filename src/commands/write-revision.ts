import type { AnnotatedOperation, RevisionSource } from "../codegen/source.ts";
import { applyOperation, warnings } from "../operations/apply.ts";
import { isRowOperation, type Operation } from "../operations/index.ts";
import { sourceChecksum } from "../revisions/checksum.ts";
import { revisionPath, snapshotPath } from "../revisions/store.ts";
import { snapshotOf, snapshotText } from "../revisions/snapshot.ts";
import { draftOf } from "../schema/edit.ts";
import type { Schema, Table } from "../schema/types.ts";
import { byTemplate } from "./by-template.ts";
import type { Context } from "./context.ts";
import { placeOfNew } from "./folder.ts";
import { idOfNew } from "./parents.ts";
import { runPostWrite } from "./post-write.ts";
import type { Project } from "./project.ts";

/** What a file is to be called, and the stubs that it gets beyond those of its operations. */
export interface FileOptions {
  readonly message?: string | undefined;
  readonly revisionId?: string | undefined;
  readonly folder?: string | undefined;
  readonly declared?: readonly Table[];
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
  options: FileOptions,
  place: Place & { readonly needed: readonly string[] },
  operations: readonly Operation[],
  before: Schema,
  others: Parameters<Context["files"]["writeAll"]>[0] = [],
) {
  const made = await revisionText(context, project, options, place, { operations, before });
  await writeMade(context, project, [made], others);
  return { revision: made.id, file: made.file };
}

/** What a revision does, and what else its file says. */
export interface RevisionBody {
  readonly operations: readonly Operation[];
  readonly before: Schema;
  /** In place of the inverse. */
  readonly downgrade?: readonly Operation[];
  /** Comments above operations, in place of warnings. */
  readonly notes?: ReadonlyMap<Operation, string>;
}

/** A revision that is made and not yet on disk. */
export interface MadeRevision {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly snapshot: string;
  readonly snapshotText: (source: string) => string;
}

/** The text of a revision, and how its snapshot follows from it. */
export async function revisionText(
  context: Context,
  project: Project,
  options: FileOptions,
  { parents, needed, branchLabels, dependsOn, beside = parents }: Place & { readonly needed: readonly string[]; /** The revisions whose folder it goes to. */ readonly beside?: readonly string[] },
  { operations, before, downgrade, notes }: RevisionBody,
): Promise<MadeRevision> {
  const { config } = project;
  const found = warnings(operations, before);
  const id = idOfNew(context, project.store, options.revisionId);
  const message = options.message ?? "";
  const { folder, root } = placeOfNew(config, project.store, beside, options.folder);
  const file = revisionPath(folder, id, message);
  const { writeRevision } = await import("../codegen/index.ts");
  const after = draftOf(before);
  for (const operation of operations) applyOperation(after, operation);
  const source: RevisionSource = {
    message,
    revision: id,
    downRevision: parents.length > 1 ? parents : (parents[0] ?? null),
    branchLabels,
    dependsOn,
    created: context.now(),
    upgrade: operations.map((operation, index) => ({ operation, comments: notes?.has(operation) ? [notes.get(operation)!] : [...seedComment(operations, index), ...found[index]!.map((warning) => `Warning: ${warning.message}`)] })),
    downgrade: downgrade?.map((operation) => ({ operation, comments: [] })) ?? annotatedDowngrade(operations, before, await wayBack(project, operations, before)),
    before,
    after,
    declared: options.declared,
  };
  const text = await byTemplate(context, config, file, (format) => writeRevision(source, format));
  const identity = { revision: id, parents: needed };
  return { id, file, text, snapshot: snapshotPath(root, id), snapshotText: (source) => snapshotText(snapshotOf({ ...identity, source: sourceChecksum(source) }, before, after)) };
}

/** Puts revisions on disk with their snapshots and other files, all or none, and lets the project's commands run over them. */
export async function writeMade(context: Context, { config }: Pick<Project, "config">, revisions: readonly MadeRevision[], others: Parameters<Context["files"]["writeAll"]>[0] = []): Promise<void> {
  await context.files.writeAll([...revisions.flatMap(({ file, text, snapshot, snapshotText: snapshotOfText }) => [{ path: file, text }, { path: snapshot, text: snapshotOfText(text) }]), ...others]);
  await afterWriting(context, { config }, revisions);
}

/** Lets the project's commands run over revisions that were written, and brings the snapshots of those that they changed up to date. */
export async function afterWriting(context: Context, { config }: Pick<Project, "config">, revisions: readonly MadeRevision[]): Promise<void> {
  if (!config.postWrite?.length) return;
  for (const { file, text, snapshot, snapshotText: snapshotOfText } of revisions) {
    await runPostWrite(config.postWrite, file, config.folder);
    const formatted = await context.files.read(file);
    if (formatted !== undefined && sourceChecksum(formatted) !== sourceChecksum(text)) await context.files.writeAll([{ path: snapshot, text: snapshotOfText(formatted), replace: true }]);
  }
}

/** The operations that lead back to `before`, as a file gets them. */
export async function wayBack({ dialect }: Project, operations: readonly Operation[], before: Schema): Promise<readonly Operation[]> {
  if (!operations.length) return [];
  const { downgradeOf } = await import("../diff/downgrade.ts");
  return downgradeOf(operations, before, { comparison: dialect });
}

/** The way back, with a note above those operations that bring something back without what it held. */
function annotatedDowngrade(operations: readonly Operation[], before: Schema, inverse: readonly Operation[]): AnnotatedOperation[] {
  const notes = new Map<Operation, string>();
  const draft = draftOf(before);
  for (const operation of operations) {
    if (operation.kind === "dropTable") notes.set(operation, `The rows of "${operation.table}" are not in this file: the table comes back empty.`);
    if (operation.kind === "dropColumn") notes.set(operation, `The values of "${operation.table}.${operation.column}" are not in this file: the column comes back without them.`);
    applyOperation(draft, operation);
  }
  return inverse.map((operation, index, all) => ({ operation, comments: [...seedComment(all, index), ...commentsFor(operation, notes)] }));
}

/** What stands above a block of operations on required rows. */
function seedComment(operations: readonly Operation[], index: number): readonly string[] {
  const operation = operations[index];
  if (operation?.kind === "bulkInsert" && !operation.rows.length) return ["seed: rows are checked against the stub"];
  const isSeed = (each: Operation | undefined) => each !== undefined && isRowOperation(each) && each.by?.required === true;
  return isSeed(operation) && !isSeed(operations[index - 1]) ? ["required seed"] : [];
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
