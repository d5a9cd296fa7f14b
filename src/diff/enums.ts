import { sameJson } from "../base/json.ts";
import { byText } from "../base/text.ts";
import type { AddEnumLabel } from "../operations/add-enum-label.ts";
import type { Operation } from "../operations/index.ts";
import type { Schema } from "../schema/types.ts";

/** What becomes of rows that hold a label which goes: the label in its place, by `enum.label`. */
export type LabelReplacements = ReadonlyMap<string, string>;

/** The operations on enumerations by the place they take: new ones and labels first, what goes last. */
export interface EnumChanges {
  readonly creations: readonly Operation[];
  readonly labelsAdded: readonly Operation[];
  readonly labelsSet: readonly Operation[];
  readonly drops: readonly Operation[];
}

export function enumChanges(before: Schema, after: Schema, replacements: LabelReplacements): EnumChanges {
  const keys = [...new Set([...Object.keys(before.enums), ...Object.keys(after.enums)])].sort(byText);
  const creations: Operation[] = [];
  const labelsAdded: Operation[] = [];
  const labelsSet: Operation[] = [];
  const drops: Operation[] = [];
  for (const key of keys) {
    const [present, next] = [before.enums[key], after.enums[key]];
    if (!present && next) creations.push({ kind: "createEnum", name: key, labels: next.labels });
    else if (present && !next) drops.push({ kind: "dropEnum", name: key });
    else if (present && next && !sameJson(present.labels, next.labels)) {
      const { added, labels } = additions(key, present.labels, next.labels);
      labelsAdded.push(...added);
      if (!sameJson(labels, next.labels)) {
        const replace = Object.fromEntries(present.labels.flatMap((label) => (replacements.has(`${key}.${label}`) ? [[label, replacements.get(`${key}.${label}`)!]] : [])));
        labelsSet.push({ kind: "alterEnum", name: key, labels: next.labels, ...(Object.keys(replace).length && { options: { replace } }) });
      }
    }
  }
  return { creations, labelsAdded, labelsSet, drops };
}

/** The labels that come, each added beside the one it follows; and the list that this leads to. */
function additions(name: string, before: readonly string[], after: readonly string[]): { added: AddEnumLabel[]; labels: string[] } {
  const labels = [...before];
  const added: AddEnumLabel[] = [];
  after.forEach((label, index) => {
    if (labels.includes(label)) return;
    const previous = after[index - 1];
    const at = previous === undefined ? 0 : labels.indexOf(previous) + 1;
    const position = at === labels.length ? undefined : previous === undefined ? { before: labels[0]! } : { after: previous };
    labels.splice(at, 0, label);
    added.push({ kind: "addEnumLabel", name, label, ...(position && { position }) });
  });
  return { added, labels };
}
