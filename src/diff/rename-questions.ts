import { GravenError } from "../base/errors.ts";
import type { TablePartKind } from "../schema/types.ts";

export type RenameKind = "table" | "row" | "column" | "enum" | "enumLabel" | "object" | TablePartKind;

/** Something went and something came: is it the same thing under another name? */
export interface RenameQuestion {
  readonly kind: RenameKind;
  /** The table or enum that holds both; absent for tables and enums themselves. */
  readonly owner?: string;
  /** The new name. */
  readonly to: string;
  /** The former names it may have had, the likeliest first. */
  readonly candidates: readonly string[];
}

/** Puts a question to whoever can answer; gives the former name, or `null` for "it is new". */
export type Questioner = (question: RenameQuestion) => Promise<string | null>;

/** The name by which a flag calls it: `users`, `users.name`. */
export function fullName({ owner }: Pick<RenameQuestion, "owner">, name: string): string {
  return owner === undefined ? name : `${owner}.${name}`;
}

/** Questioners for the three policies without a terminal. */
export const neverRename: Questioner = async () => null;

/** Refuses where a rename is likely, naming both answers (DIF-001). */
export const refuseToGuess: Questioner = async (question) => {
  const from = fullName(question, question.candidates[0]!);
  const to = fullName(question, question.to);
  throw new GravenError("DIF-001", `${kindNames[question.kind]} "${to}" may be "${from}" under a new name.`, {
    hint: `Say which: --rename ${from}:${to} keeps its data, --drop ${from} drops it and makes a new one. --renames never takes all such pairs for a drop and an addition.`,
  });
};

export const kindNames: Readonly<Record<RenameKind, string>> = {
  table: "Table",
  column: "Column",
  row: "Required row",
  enum: "Enum",
  enumLabel: "Label",
  object: "Object",
  primaryKey: "Primary key",
  unique: "Unique constraint",
  foreignKey: "Foreign key",
  check: "Check",
  index: "Index",
  exclusion: "Exclusion constraint",
};
