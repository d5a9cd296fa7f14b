import { partsOf } from "../diff/parts.ts";
import { fullName, kindNames } from "../diff/rename-questions.ts";
import type { RenameAnswer } from "../diff/renames.ts";
import { columnNamed } from "../schema/find.ts";
import { splitObjectKey } from "../schema/object-key.ts";
import type { Schema } from "../schema/types.ts";

/**
 * Sentences on former names that models tell of what is new, where nothing of such a name stood: a slip would drop the old one. A name
 * whose rename is done stays in the model and says nothing.
 */
export function unmatchedRenames(unused: readonly RenameAnswer[], before: Schema): string[] {
  return unused.flatMap((answer) => {
    const { kind, owner, from, to } = answer;
    if (kind === undefined || from === null || !couldHaveStood(answer, before)) return [];
    const spelled = (name: string) => fullName(owner === undefined ? {} : { owner }, name);
    return [`${kindNames[kind]} "${spelled(to)}" is said to have been "${spelled(from)}", which the last revision does not have: it is taken for new.`];
  });
}

/** Whether the thing is new, and there is where it could have stood under another name. */
function couldHaveStood({ kind, owner = "", to }: RenameAnswer, { tables, enums, objects }: Schema): boolean {
  if (kind === undefined || kind === "row") return false;
  if (kind === "table") return Object.keys(tables).length > 0 && !(to in tables);
  if (kind === "enum") return Object.keys(enums).length > 0 && !(to in enums);
  if (kind === "object") return !(to in objects) && Object.keys(objects).some((key) => splitObjectKey(key).kind === splitObjectKey(to).kind);
  if (kind === "enumLabel") return owner in enums && !enums[owner]!.labels.includes(to);
  const table = tables[owner];
  if (!table) return false;
  return kind === "column" ? !columnNamed(table, to) : !partsOf(table, kind).some(({ name }) => name === to);
}
