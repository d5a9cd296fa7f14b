import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import { findEnum } from "../schema/find.ts";
import type { OperationDefinition } from "./definition.ts";

/** Adds a label to an enumeration: last, or beside a label that is there. */
export interface AddEnumLabel {
  readonly kind: "addEnumLabel";
  readonly name: string;
  readonly label: string;
  readonly position?: { readonly before: string } | { readonly after: string };
}

export const addEnumLabel: OperationDefinition<AddEnumLabel> = {
  parameters: { name: "name", label: "text", position: "options" },
  apply: (draft, { name, label, position }) => {
    const found = findEnum(draft, name);
    if (found.labels.includes(label)) throw new GravenError("MOD-018", `Enum "${name}" has the label "${label}" already.`);
    const labels = [...found.labels];
    labels.splice(placeOf(name, found.labels, position), 0, label);
    draft.enums[name] = { ...found, labels };
  },
  // Rows that hold the label by then make the database refuse, which is right: nothing says what they should hold instead.
  invert: ({ name }, before) => [{ kind: "alterEnum", name, labels: findEnum(before, name).labels }],
  describe: ({ name, label }) => `add label '${label}' to enum ${name}`,
};

function placeOf(name: string, labels: readonly string[], position: AddEnumLabel["position"]): number {
  if (!position) return labels.length;
  const beside = "before" in position ? position.before : position.after;
  const index = labels.indexOf(beside);
  if (index < 0) throw new GravenError("MOD-019", `Enum "${name}" has no label "${beside}".`, { hint: didYouMean(beside, labels) });
  return "before" in position ? index : index + 1;
}
