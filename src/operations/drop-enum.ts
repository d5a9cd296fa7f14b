import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import { findEnum, grantsOn, tablesUsingEnum } from "../schema/find.ts";
import { remarksOn } from "../schema/remarks.ts";
import type { Schema } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";

/** Drops an enumeration that no column uses any more. */
export interface DropEnum {
  readonly kind: "dropEnum";
  readonly name: string;
}

/** What was granted on an enum, and its comment, go with it. */
function goWith(schema: Schema, name: string): string[] {
  return [...grantsOn(schema, `type ${name}`), ...remarksOn(schema, `type ${name}`)];
}

export const dropEnum: OperationDefinition<DropEnum> = {
  parameters: { name: "name" },
  apply: (draft, { name }) => {
    findEnum(draft, name);
    const users = tablesUsingEnum(draft, name);
    if (users.length) throw new GravenError("MOD-017", `Enum "${name}" is still used by ${quotedList(users)}.`, { hint: "Drop or alter those columns first." });
    delete draft.enums[name];
    for (const key of goWith(draft, name)) delete draft.objects[key];
  },
  invert: ({ name }, before) => [{ kind: "createEnum", name, labels: findEnum(before, name).labels }, ...goWith(before, name).map((key): Operation => ({ kind: "createObject", object: before.objects[key]! }))],
  describe: ({ name }) => `drop enum ${name}`,
};
