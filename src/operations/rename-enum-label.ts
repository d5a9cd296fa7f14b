import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import { findEnum } from "../schema/find.ts";
import { mapEnumDefaults } from "./alter-enum.ts";
import type { OperationDefinition } from "./definition.ts";

export interface RenameEnumLabel {
  readonly kind: "renameEnumLabel";
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export const renameEnumLabel: OperationDefinition<RenameEnumLabel> = {
  parameters: { name: "name", from: "text", to: "text" },
  apply: (draft, { name, from, to }) => {
    const found = findEnum(draft, name);
    if (!found.labels.includes(from)) throw new GravenError("MOD-019", `Enum "${name}" has no label "${from}".`, { hint: didYouMean(from, found.labels) });
    if (found.labels.includes(to)) throw new GravenError("MOD-018", `Enum "${name}" has the label "${to}" already.`);
    draft.enums[name] = { ...found, labels: found.labels.map((label) => (label === from ? to : label)) };
    mapEnumDefaults(draft, name, { [from]: to });
  },
  invert: ({ name, from, to }) => [{ kind: "renameEnumLabel", name, from: to, to: from }],
  describe: ({ name, from, to }) => `rename label '${from}' of enum ${name} to '${to}'`,
};
