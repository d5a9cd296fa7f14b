import { GravenError } from "../base/errors.ts";
import { hash } from "../base/hash.ts";
import { canonicalJson } from "../base/json.ts";
import { byText } from "../base/text.ts";
import type { Draft } from "../schema/edit.ts";
import { rebasedObject } from "../schema/rebase.ts";
import { canonical, isTableObject, objectKinds, sameObject, schemaHash } from "../schema/same.ts";
import type { ObjectKind, Schema, SchemaObject } from "../schema/types.ts";

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
  const names = Object.keys(snapshot.objects);
  const objects = names.map((name) => `    ${JSON.stringify(name)}: ${objectText(snapshot.objects[name]!)}`);
  const text = (digest: string) =>
    [
      "{",
      `  "revision": ${JSON.stringify(snapshot.revision)},`,
      `  "parents": ${JSON.stringify(snapshot.parents)},`,
      `  "source": ${JSON.stringify(snapshot.source)},`,
      `  "hash": ${JSON.stringify(snapshot.hash)},`,
      `  "digest": ${JSON.stringify(digest)},`,
      `  "removed": ${JSON.stringify(snapshot.removed)},`,
      names.length ? `  "objects": {\n${objects.join(",\n")}\n  }` : '  "objects": {}',
      "}",
      "",
    ].join("\n");
  // Taken from the text itself, so that what is written and what is read can never differ.
  return text(digestOf(JSON.parse(text("")) as object));
}

/** Reads a snapshot's text. Throws SNP-001 when it is no snapshot, SNP-003 when it was edited. */
export function parseSnapshot(text: string, file: string): Snapshot {
  const hint = "Run `gen snapshot` to make it again from its revision.";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new GravenError("SNP-001", `The snapshot is no JSON: ${error instanceof Error ? error.message : String(error)}.`, { place: { file }, hint, cause: error });
  }
  const snapshot = value as Partial<Record<keyof Snapshot, unknown>>;
  const isComplete =
    typeof snapshot.revision === "string" && Array.isArray(snapshot.parents) && typeof snapshot.source === "string" && typeof snapshot.hash === "string" && Array.isArray(snapshot.removed) && typeof snapshot.objects === "object" && snapshot.objects !== null;
  if (!isComplete) throw new GravenError("SNP-001", "The snapshot lacks one of its parts.", { place: { file }, hint });
  if ((value as { readonly digest?: unknown }).digest !== digestOf(value as object)) {
    throw new GravenError("SNP-003", `The snapshot of revision "${snapshot.revision}" was edited.`, { place: { file }, hint: `Undo the edit, or run \`gen snapshot ${snapshot.revision}\` to make it again from its revision.` });
  }
  return value as Snapshot;
}

function objectText(object: SchemaObject): string {
  return isTableObject(object) ? JSON.stringify(written(object)) : canonicalJson(written(object));
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
