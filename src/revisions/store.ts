import { GravenError } from "../base/errors.ts";
import { slug } from "../base/text.ts";
import type { Schema } from "../schema/types.ts";
import { sourceChecksum } from "./checksum.ts";
import { ancestorsOf, type Revision, type RevisionGraph } from "./graph.ts";
import { readHeader, readHeaderAtStart } from "./header.ts";
import { LateTexts, type LongFile } from "./late-texts.ts";
import { foldSnapshots } from "./fold.ts";
import { replacedGraph, type Replacements } from "./replaced.ts";
import { parseSnapshot, type Snapshot } from "./snapshot.ts";

/** The files of a project, as the rim hands them in. Paths are absolute or relative to the project, as the caller chose. */
export interface Files {
  /** The names of the files in a folder, sorted; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** The names of the folders in a folder, sorted. Without it, nested folders are not read. */
  folders?(folder: string): Promise<readonly string[]>;
  /** The text of a file, or nothing when there is none. */
  read(path: string): Promise<string | undefined>;
  /** A file of so many bytes or more, which is not made a text before somebody asks; nothing for a shorter one. */
  longFile?(path: string, least: number): LongFile | undefined;
  /** Writes all files or none. A file that is there already is refused, unless it is said to be replaced. */
  writeAll(files: readonly { readonly path: string; readonly text: string; readonly replace?: boolean }[]): Promise<void>;
  /** Removes files. */
  remove?(paths: readonly string[]): Promise<void>;
}

/** The revision files of a project and their snapshots. */
export interface RevisionStore {
  /** Where new revisions go, unless they are told otherwise. */
  readonly folder: string;
  readonly files: Files;
  readonly graph: RevisionGraph;
  /** The text of each revision file, by id. */
  readonly sources: ReadonlyMap<string, string>;
  /** The folder of each revision beside which its snapshot lies. */
  readonly roots: ReadonlyMap<string, string>;
  /** The revisions that others stand for. */
  readonly replaced: Replacements;
  /** The loaded modules of a history that a program carries in itself; its `sources` are checksums. */
  readonly modules?: ReadonlyMap<string, object>;
  /** The snapshots that were read so far: several parts of one command want the same ones. */
  readonly snapshots: Map<string, Promise<Snapshot | undefined>>;
  /** What earlier runs found of long files. */
  readonly checksums?: ChecksumMemory;
}

/** The checksums of long texts, by the text. */
export interface ChecksumMemory {
  find(text: string): string | undefined;
  add(text: string, checksum: string): string;
}

/** A text that is longer is looked up before its meaning is read, which takes many times as long. */
export const LONG_SOURCE = 65_536;

const REVISION_FILE = /^(?!\.).*\.(ts|mts|js|mjs)$/;

/** The folder, beside the revisions, of those that were replaced. */
export const replacedFolder = "replaced";

/** Folders within a folder of revisions that hold something else. */
const otherFolders: ReadonlySet<string> = new Set(["snapshots", replacedFolder, "node_modules"]);

/** Reads the heads of all revision files into a graph. A folder that ends in `/**` is read with all below it. Throws REV-0xx. */
export async function openStore(files: Files, given: string | readonly string[]): Promise<RevisionStore> {
  const folders = [given].flat();
  const found = (await Promise.all(folders.flatMap((folder) => [filesOf(files, folder), replacedFilesOf(files, folder)]))).flat();
  const unique = [...new Map(found.map((each) => [each.file, each])).values()];
  const texts = await Promise.all(unique.map(async ({ file }) => files.longFile?.(file, LONG_SOURCE) ?? (await files.read(file)) ?? ""));
  const sources = new Map<string, string | LongFile>();
  const roots = new Map<string, string>();
  const revisions: Revision[] = unique.map(({ file, root }, index) => {
    const text = texts[index]!;
    const header = typeof text === "string" ? readHeader(text, file) : (readHeaderAtStart(text, file) ?? readHeader(text.text(), file));
    if (!sources.has(header.revision)) {
      sources.set(header.revision, text);
      roots.set(header.revision, root);
    }
    return { ...header, file };
  });
  const { graph, replacements } = replacedGraph(revisions);
  return { folder: plainFolder(folders[0]!), files, graph, sources: new LateTexts(sources), roots, replaced: replacements, snapshots: new Map() };
}

/** A folder as the config names it, without the sign that those below it count too. */
export function plainFolder(folder: string): string {
  return folder.replace(/\/(\*\*)?$/, "");
}

interface FoundFile {
  readonly file: string;
  readonly root: string;
}

async function filesOf(files: Files, given: string): Promise<readonly FoundFile[]> {
  const root = plainFolder(given);
  const nested = given.endsWith("/**");
  const within = async (folder: string): Promise<readonly FoundFile[]> => {
    const names = (await files.list(folder)).filter((name) => REVISION_FILE.test(name) && !/\.d\.m?ts$/.test(name));
    const own = names.map((name) => ({ file: joined(folder, name), root }));
    if (!nested) return own;
    const below = ((await files.folders?.(folder)) ?? []).filter((name) => !otherFolders.has(name) && !name.startsWith("."));
    return [...own, ...(await Promise.all(below.map((name) => within(joined(folder, name))))).flat()];
  };
  return within(root);
}

function replacedFilesOf(files: Files, folder: string): Promise<readonly FoundFile[]> {
  return filesOf(files, joined(plainFolder(folder), replacedFolder));
}

/** The schema at a set of revisions, and of those it was folded from, which snapshots no longer fit their files. */
export interface FoldedSchema {
  readonly schema: Schema;
  readonly stale: readonly string[];
}

/** Folds the snapshots of the revisions and all they build on. Throws SNP-001 to SNP-003 for one that is missing, broken or edited. */
export async function schemaAt(store: RevisionStore, revisions: readonly string[]): Promise<FoldedSchema> {
  const ids = ancestorsOf(store.graph, revisions);
  const snapshots = new Map(await Promise.all(ids.map(async (id) => [id, await readSnapshot(store, id)] as const)));
  const stale = ids.filter((id) => snapshots.get(id)!.source !== checksumOf(store, id));
  return { schema: foldSnapshots(store.graph, revisions, (id) => snapshots.get(id)!), stale };
}

const checksums = new WeakMap<RevisionStore["sources"], Map<string, string>>();

/** The checksum of a revision's file, taken once. */
export function checksumOf({ sources, modules, checksums: memory }: RevisionStore, id: string): string {
  if (modules) return sources.get(id)!;
  const known = checksums.get(sources) ?? new Map<string, string>();
  checksums.set(sources, known);
  const long = memory && sources instanceof LateTexts ? sources.longFile(id) : undefined;
  const checksum = known.get(id) ?? (long ? checksumOfLong(long, sources.get.bind(sources, id) as () => string, memory!) : sourceOrMemory(sources.get(id)!, memory));
  known.set(id, checksum);
  return checksum;
}

/** Known by what tells the file's content without reading it, or by its text. */
function checksumOfLong({ identity }: LongFile, text: () => string, memory: ChecksumMemory): string {
  if (identity === undefined) return sourceOrMemory(text(), memory);
  return memory.find(`file ${identity}`) ?? memory.add(`file ${identity}`, sourceOrMemory(text(), memory));
}

function sourceOrMemory(text: string, memory: ChecksumMemory | undefined): string {
  if (!memory || text.length < LONG_SOURCE) return sourceChecksum(text);
  return memory.find(text) ?? memory.add(text, sourceChecksum(text));
}

/** The snapshot of a revision. Throws SNP-002 when there is none. */
export async function readSnapshot(store: RevisionStore, id: string): Promise<Snapshot> {
  const snapshot = await findSnapshot(store, id);
  if (snapshot) return snapshot;
  throw new GravenError("SNP-002", `Revision "${id}" has no snapshot.`, { place: { file: snapshotFile(store, id) }, hint: `Bring the file back, or run \`gen snapshot ${id}\` to make it from the revision.` });
}

/** The snapshot of a revision, or nothing where there is none. Throws SNP-001 and SNP-003 for one that is broken or edited. */
export function findSnapshot(store: RevisionStore, id: string): Promise<Snapshot | undefined> {
  let found = store.snapshots.get(id);
  if (!found) {
    const file = snapshotFile(store, id);
    found = store.files.read(file).then((text) => (text === undefined ? undefined : parseSnapshot(text, file)));
    store.snapshots.set(id, found);
  }
  return found;
}

/** Where the snapshot of a revision lies that is there. */
export function snapshotFile({ roots, folder }: RevisionStore, id: string): string {
  return snapshotPath(roots.get(id) ?? folder, id);
}

/** Where the snapshot of a new revision goes. */
export function snapshotPath(folder: string, id: string): string {
  return joined(joined(folder, "snapshots"), `${id}.json`);
}

/** `migrations/384cfaaaa0be_create_jobs.ts`. */
export function revisionPath(folder: string, id: string, message: string): string {
  const words = slug(message);
  return joined(folder, words ? `${id}_${words}.ts` : `${id}.ts`);
}

function joined(folder: string, name: string): string {
  return `${folder.replace(/\/+$/, "")}/${name}`;
}
