import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import { findEnum, tablesUsingEnum } from "../schema/find.ts";
import type { OperationDefinition } from "./definition.ts";

/** Drops an enumeration that no column uses any more. */
export interface DropEnum {
  readonly kind: "dropEnum";
  readonly name: string;
}

export const dropEnum: OperationDefinition<DropEnum> = {
  parameters: { name: "name" },
  apply: (draft, { name }) => {
    findEnum(draft, name);
    const users = tablesUsingEnum(draft, name);
    if (users.length) throw new GravenError("MOD-017", `Enum "${name}" is still used by ${quotedList(users)}.`, { hint: "Drop or alter those columns first." });
    delete draft.enums[name];
  },
  invert: ({ name }, before) => [{ kind: "createEnum", name, labels: findEnum(before, name).labels }],
  describe: ({ name }) => `drop enum ${name}`,
};
