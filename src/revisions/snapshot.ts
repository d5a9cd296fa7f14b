import { GravenError } from "../base/errors.ts";
import { hash } from "../base/hash.ts";
import { canonicalJson } from "../base/json.ts";
import { byText } from "../base/text.ts";
import type { Draft } from "../schema/edit.ts";
import type { RunningHash } from "../schema/running-hash.ts";
import { watchedChanges } from "../schema/watched-draft.ts";
import { MANY_ROWS, lazyRows, rowsText } from "../schema/lazy-rows.ts";
import { rebasedObject } from "../schema/rebase.ts";
import { canonical, isTableObject, objectKinds, sameObject, schemaHash } from "../schema/same.ts";
import type { ObjectKind, RequiredRows, Schema, SchemaObject } from "../schema/types.ts";

/** What a revision did to the schema: it grows with the change, not with the schema. */
export interface Snapshot {
  readonly revision: string;
  readonly parents: readonly string[];
  /** The checksum of the revision file this was made from. */
  readonly source: string;
  /** The hash of the schema that results. */
  readonly hash: string;
  /** Whole definitions of what was made or changed, by `kind key`. */
  readonly objects: Readonly<Record<string, SchemaObject>>;
  /** What was removed, as `kind key`. */
  readonly removed: readonly string[];
}

/** What a snapshot's text says, as one hash: an edit by hand shows, a formatter's work does not, as it keeps the order of keys. */
function digestOf(parsed: object): string {
  return hash(JSON.stringify({ ...parsed, digest: undefined }));
}

/** The snapshot of a revision that leads from `before` to `after`. */
export function snapshotOf(identity: Pick<Snapshot, "revision" | "parents" | "source">, before: Schema, after: Schema): Snapshot {
  const objects: Record<string, SchemaObject> = {};
  const removed: string[] = [];
  for (const kind of objectKinds) {
    const [left, right] = [before[kind], after[kind]];
    for (const key of Object.keys(right).sort(byText)) {
      const present = left[key];
      if (!present || !sameObject(present, right[key]!)) objects[`${kind} ${key}`] = right[key]!;
    }
    for (const key of Object.keys(left).sort(byText)) if (!(key in right)) removed.push(`${kind} ${key}`);
  }
  return { ...identity, hash: schemaHash(after), objects, removed };
}

/** A schema that revisions change one after the other, with its hash. */
export interface RunningSchema {
  readonly draft: Draft;
  readonly hash: RunningHash;
}

/**
 * The snapshot of a revision whose operations `work` does to the schema at hand, which it leaves there: what `snapshotOf` gives, at a
 * cost that follows the change.
 */
export function snapshotOfNext(identity: Pick<Snapshot, "revision" | "parents" | "source">, { draft, hash }: RunningSchema, work: (draft: Draft) => void): Snapshot {
  const objects: Record<string, SchemaObject> = {};
  const removed: string[] = [];
  const changes = watchedChanges(draft, work);
  for (const kind of objectKinds) {
    const ofKind = changes.filter((change) => change.kind === kind).sort((a, b) => byText(a.key, b.key));
    const record = draft[kind] as Record<string, SchemaObject>;
    for (const { key, before } of ofKind) {
      const after = Object.hasOwn(record, key) ? record[key] : undefined;
      if (after && before && sameObject(before, after)) {
        // As a fold has it, which goes by what snapshots hold.
        record[key] = before;
        continue;
      }
      if (after) objects[`${kind} ${key}`] = after;
      else if (before) removed.push(`${kind} ${key}`);
      hash.set(kind, key, after);
    }
  }
  return { ...identity, hash: hash.digest(), objects, removed };
}

/** Does to the draft what the revision did to the schema. */
export function applySnapshot(draft: Draft, snapshot: Snapshot): void {
  for (const name of snapshot.removed) {
    const { kind, key } = splitName(name);
    delete draft[kind][key];
  }
  for (const [name, object] of Object.entries(snapshot.objects)) {
    const { kind, key } = splitName(name);
    (draft[kind] as Record<string, SchemaObject>)[key] = object;
  }
}

/** Does to a draft that other branches have changed what the revision did to `before`, the schema of its own line. */
export function rebaseSnapshot(draft: Draft, snapshot: Snapshot, before: Schema): void {
  for (const name of snapshot.removed) {
    const { kind, key } = splitName(name);
    delete draft[kind][key];
  }
  for (const [name, object] of Object.entries(snapshot.objects)) {
    const { kind, key } = splitName(name);
    const record = draft[kind] as Record<string, SchemaObject>;
    record[key] = rebasedObject(before[kind][key], object, record[key])!;
  }
}

/** Sorted, one object to a line, so that git merges and shows it well. */
export function snapshotText(snapshot: Snapshot): string {
  const texts = Object.entries(snapshot.objects).map(([name, object]) => ({ name, ...objectText(name, object) }));
  const text = (digest: string, which: "text" | "digested") =>
    [
      "{",
      `  "revision": ${JSON.stringify(snapshot.revision)},`,
      `  "parents": ${JSON.stringify(snapshot.parents)},`,
      `  "source": ${JSON.stringify(snapshot.source)},`,
      `  "hash": ${JSON.stringify(snapshot.hash)},`,
      `  "digest": ${JSON.stringify(digest)},`,
      `  "removed": ${JSON.stringify(snapshot.removed)},`,
      texts.length ? `  "objects": {\n${texts.map((each) => `    ${JSON.stringify(each.name)}: ${each[which]}`).join(",\n")}\n  }` : '  "objects": {}',
      "}",
      "",
    ].join("\n");
  // Taken from the text itself, so that what is written and what is read can never differ.
  return text(digestOf(JSON.parse(text("", "digested")) as object), "text");
}

/** Reads a snapshot's text. Throws SNP-001 when it is no snapshot, SNP-003 when it was edited. */
export function parseSnapshot(text: string, file: string): Snapshot {
  const hint = "Run `gen snapshot` to make it again from its revision.";
  const { rest, rows } = withoutRows(text);
  let value: unknown;
  try {
    value = JSON.parse(rest);
  } catch (error) {
    throw new GravenError("SNP-001", `The snapshot is no JSON: ${error instanceof Error ? error.message : String(error)}.`, { place: { file }, hint, cause: error });
  }
  const snapshot = value as Partial<Record<keyof Snapshot, unknown>>;
  const isComplete =
    typeof snapshot.revision === "string" && Array.isArray(snapshot.parents) && typeof snapshot.source === "string" && typeof snapshot.hash === "string" && Array.isArray(snapshot.removed) && typeof snapshot.objects === "object" && snapshot.objects !== null;
  if (!isComplete) throw new GravenError("SNP-001", "The snapshot lacks one of its parts.", { place: { file }, hint });
  const edited = () => new GravenError("SNP-003", `The snapshot of revision "${snapshot.revision}" was edited.`, { place: { file }, hint: `Undo the edit, or run \`gen snapshot ${snapshot.revision}\` to make it again from its revision.` });
  const { digested, objects } = manyRows(value as Snapshot, rows, edited);
  if ((value as { readonly digest?: unknown }).digest !== digestOf(digested)) throw edited();
  return { ...(value as Snapshot), objects };
}

/** The beginning of a line that holds many rows, as `rowsText` writes it. */
const MANY_ROWS_LINE = /^ {4}("requiredRows (?:[^"\\]|\\.)*"): \{"hash":"[0-9a-f]{64}",/;

/** The text of a snapshot without the rows of long lines, and those by the name of their object, still as text. */
function withoutRows(text: string): { readonly rest: string; readonly rows: ReadonlyMap<string, string> } {
  const rows = new Map<string, string>();
  if (text.length < MANY_ROWS) return { rest: text, rows };
  // A search for the rarer ending takes longer than all else, where lines are as long as these.
  const lines = text.split(text.includes("\r") ? /\r?\n/ : "\n").map((line) => {
    const match = line.length < MANY_ROWS ? null : MANY_ROWS_LINE.exec(line);
    if (!match) return line;
    const comma = line.endsWith(",") ? "," : "";
    rows.set(JSON.parse(match[1]!) as string, `{${line.slice(match[0].length, line.length - comma.length)}`);
    return `${match[0].slice(0, -1)}}${comma}`;
  });
  return { rest: lines.join("\n"), rows };
}

interface HashedRows extends Partial<RequiredRows> {
  readonly hash: string;
}

/**
 * What of a snapshot counts for its digest, and its objects, in which many rows are parsed and compared with their hash when they
 * are asked for. A formatter may have put them on lines of their own.
 */
function manyRows(value: Snapshot, texts: ReadonlyMap<string, string>, edited: () => GravenError): { readonly digested: object; readonly objects: Snapshot["objects"] } {
  const hashed = Object.entries(value.objects as Readonly<Record<string, unknown>>).filter((entry): entry is [string, HashedRows] => entry[0].startsWith("requiredRows ") && typeof entry[1] === "object" && entry[1] !== null && "hash" in entry[1]);
  if (!hashed.length) return { digested: value, objects: value.objects };
  const digested = { ...value.objects, ...Object.fromEntries(hashed.map(([name, { hash: known }]) => [name, { hash: known }])) };
  const lazy = hashed.map(([name, { hash: known, rows }]) => {
    const text = texts.get(name) ?? canonicalJson({ rows });
    const find = () => {
      if (hash(text) !== known) throw edited();
      return (JSON.parse(text) as RequiredRows).rows;
    };
    return [name, lazyRows({ hash: known, refers: () => text.includes('{"ref":') }, find)] as const;
  });
  return { digested: { ...value, objects: digested }, objects: { ...value.objects, ...Object.fromEntries(lazy) } };
}

function objectText(name: string, object: SchemaObject): { readonly text: string; readonly digested: string } {
  if (name.startsWith("requiredRows ")) return rowsText(object as RequiredRows);
  const text = isTableObject(object) ? JSON.stringify(written(object)) : canonicalJson(written(object));
  return { text, digested: text };
}

/** Columns keep their order, which people read; constraints stand in the order of their names. */
function written(object: SchemaObject): SchemaObject {
  const ordered = canonical(object);
  return isTableObject(object) ? { ...ordered, columns: object.columns } : ordered;
}

function splitName(name: string): { kind: ObjectKind; key: string } {
  const space = name.indexOf(" ");
  const kind = name.slice(0, space);
  if (!(objectKinds as readonly string[]).includes(kind)) throw new GravenError("SNP-001", `A snapshot names "${name}", a kind of object that this version does not know.`, { hint: "It was written by a newer version of graven: update this one." });
  return { kind: kind as ObjectKind, key: name.slice(space + 1) };
}
