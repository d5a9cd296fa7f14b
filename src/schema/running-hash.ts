import { beginHash, bytesOf, type HashInProgress } from "../base/hash.ts";
import { objectHash, objectKinds } from "./same.ts";
import type { ObjectKind, Schema, SchemaObject } from "./types.ts";

/** The lines that a block holds at most; one that grows beyond becomes two. */
const BLOCK = 128;

/** Neighbouring lines of what is hashed, in their order. */
interface Block {
  /** By which the lines are sorted: the place of the kind, and the key. */
  readonly names: string[];
  readonly lines: string[];
  /** The lines, each behind a line break; absent when one has changed. */
  bytes?: Uint8Array | undefined;
}

/**
 * The hash of a schema that changes little by little: what `schemaHash` gives, at a cost that follows the change. What stands before
 * the first line that changed is not hashed again, and what stands behind it is not written again.
 */
export class RunningHash {
  private readonly blocks: Block[] = [];
  /** The hash before each block, as far as it is known. */
  private readonly states: HashInProgress[] = [beginHash()];

  constructor(schema: Schema) {
    const all = objectKinds.flatMap((kind) => Object.entries(schema[kind]).map(([key, object]) => ({ name: nameOf(kind, key), line: lineOf(kind, key, object) })));
    all.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (let at = 0; at < all.length; at += BLOCK) {
      const some = all.slice(at, at + BLOCK);
      this.blocks.push({ names: some.map(({ name }) => name), lines: some.map(({ line }) => line) });
    }
  }

  /** Tells what an object has become, or that it has gone. */
  set(kind: ObjectKind, key: string, object: SchemaObject | undefined): void {
    const name = nameOf(kind, key);
    if (!this.blocks.length) this.blocks.push({ names: [], lines: [] });
    // The last block that begins before it, or the first one.
    const at = Math.max(0, placeOf(this.blocks.length, (index) => this.blocks[index]!.names[0]! <= name) - 1);
    const block = this.blocks[at]!;
    const place = placeOf(block.names.length, (index) => block.names[index]! < name);
    const isThere = block.names[place] === name ? 1 : 0;
    block.names.splice(place, isThere, ...(object ? [name] : []));
    block.lines.splice(place, isThere, ...(object ? [lineOf(kind, key, object)] : []));
    block.bytes = undefined;
    if (!block.names.length) this.blocks.splice(at, 1);
    else if (block.names.length > BLOCK) this.blocks.splice(at + 1, 0, { names: block.names.splice(BLOCK / 2), lines: block.lines.splice(BLOCK / 2) });
    this.states.length = Math.min(this.states.length, at + 1);
  }

  digest(): string {
    for (let at = this.states.length - 1; at < this.blocks.length; at++) {
      const block = this.blocks[at]!;
      block.bytes ??= bytesOf(block.lines.map((line) => `\n${line}`).join(""));
      this.states.push(this.states[at]!.with(at === 0 ? block.bytes.subarray(1) : block.bytes));
    }
    return this.states.at(-1)!.digest();
  }
}

function nameOf(kind: ObjectKind, key: string): string {
  return `${objectKinds.indexOf(kind)}${key}`;
}

function lineOf(kind: ObjectKind, key: string, object: SchemaObject): string {
  return `${kind} ${key} ${objectHash(object)}`;
}

/** How many of so many items, of which the first ones are before a place, are. */
function placeOf(count: number, isBefore: (index: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
