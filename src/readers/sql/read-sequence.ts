import type { Sequence } from "../../schema/types.ts";
import type { Cursor } from "./cursor.ts";
import type { CreateObjectFact, Name, ObjectChange } from "./facts.ts";
import { requireFeature } from "./features.ts";
import { objectFact, type Head } from "./read-object.ts";
import { readType } from "./read-type.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Options = Mutable<Partial<Omit<Sequence, "kind" | "name" | "schema">>>;
type Owner = { readonly table: Name; readonly column: string } | "none";

/** Reads CREATE SEQUENCE from its name on. */
export function readSequence(cursor: Cursor, head: Head): CreateObjectFact {
  requireFeature(cursor, "sequences");
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const { at: _, ...name } = cursor.qualifiedName("the sequence's name");
  const { options, ownedBy } = readSequenceOptions(cursor);
  const sequence: Sequence = { kind: "sequence", ...name, ...usual(options, cursor.syntax.defaultSchema !== undefined), ...(head.unlogged && { unlogged: true }) };
  return { ...objectFact(sequence, head, ifNotExists), ...(ownedBy !== undefined && { ownedBy }) };
}

/** Reads the options of ALTER SEQUENCE. */
export function readSequenceChange(cursor: Cursor): ObjectChange {
  const { options, ownedBy, cleared } = readSequenceOptions(cursor);
  return { kind: "sequence", options: { ...Object.fromEntries(cleared.map((key) => [key, null])), ...options }, ...(ownedBy !== undefined && { ownedBy }) };
}

function readSequenceOptions(cursor: Cursor): { options: Options; ownedBy?: Owner; cleared: (keyof Options)[] } {
  const options: Options = {};
  const cleared: (keyof Options)[] = [];
  let ownedBy: Owner | undefined;
  const number = () => {
    cursor.takeSymbol("=");
    return wholeNumber(cursor);
  };
  while (!cursor.isAtEnd) {
    if (cursor.take("AS")) {
      const type = readType(cursor).toLowerCase();
      if (/^(?:smallint|int2)$/.test(type)) options.type = "smallint";
      else if (/^(?:int|integer|int4)$/.test(type)) options.type = "integer";
    } else if (cursor.take("INCREMENT")) {
      cursor.take("BY");
      options.increment = number();
    } else if (cursor.take("START")) {
      cursor.take("WITH");
      options.start = number();
    } else if (cursor.take("MINVALUE")) options.minValue = number();
    else if (cursor.take("MAXVALUE")) options.maxValue = number();
    else if (cursor.take("CACHE")) options.cache = Number(number());
    else if (cursor.take("NO", "MINVALUE") || cursor.takeOne("NOMINVALUE")) cleared.push("minValue");
    else if (cursor.take("NO", "MAXVALUE") || cursor.takeOne("NOMAXVALUE")) cleared.push("maxValue");
    else if (cursor.take("NO", "CYCLE") || cursor.takeOne("NOCYCLE")) cleared.push("cycle");
    else if (cursor.take("CYCLE")) options.cycle = true;
    else if (cursor.takeOne("NOCACHE")) options.cache = 0;
    else if (cursor.take("RESTART")) {
      // How far it has come is no part of a schema.
      cursor.take("WITH");
      if (cursor.peek()?.kind === "number" || cursor.isSymbol("=")) number();
    } else if (cursor.take("OWNED", "BY")) {
      if (cursor.take("NONE")) ownedBy = "none";
      else ownedBy = readOwner(cursor);
    } else if (cursor.take("ENGINE") || cursor.take("COMMENT")) {
      cursor.takeSymbol("=");
      cursor.next();
    } else throw cursor.fault("this option of a sequence is not understood");
  }
  return { options, ...(ownedBy !== undefined && { ownedBy }), cleared };
}

/** `public.users.id`. */
function readOwner(cursor: Cursor): Owner {
  const at = cursor.offset;
  const parts = [cursor.name("a column")];
  while (cursor.takeSymbol(".")) parts.push(cursor.name("a column"));
  if (parts.length < 2) throw cursor.fault("a column with its table is missing here");
  const column = parts.pop()!;
  const name = parts.pop()!;
  const schema = parts.pop();
  return { table: { name, at, ...(schema !== undefined && { schema }) }, column };
}

/** A number, as a text where JavaScript's would not be exact. */
function wholeNumber(cursor: Cursor): number | string {
  const from = cursor.at;
  const number = cursor.number();
  return Number.isSafeInteger(number) ? number : cursor.textFrom(from).replace(/\s+/g, "");
}

/** Without what the database takes by itself, so that a dump and a file by hand say the same. */
function usual(options: Options, isPostgres: boolean): Options {
  const kept: Options = { ...options };
  // MariaDB takes a thousand at once by itself.
  if (kept.cache === (isPostgres ? 1 : 1000)) delete kept.cache;
  const isUp = Number(kept.increment ?? 1) > 0;
  if (Number(kept.increment ?? 1) === 1) delete kept.increment;
  if (isUp && Number(kept.minValue ?? 1) === 1) delete kept.minValue;
  if (isUp && kept.start !== undefined && String(kept.start) === String(kept.minValue ?? 1)) delete kept.start;
  const most = { smallint: "32767", integer: "2147483647", bigint: isPostgres ? "9223372036854775807" : "9223372036854775806" }[kept.type ?? "bigint"];
  if (isUp && String(kept.maxValue) === most) delete kept.maxValue;
  return kept;
}
