import type { DatabaseObject } from "../../../schema/types.ts";
import { grantChanges } from "./grant.ts";
import { reference } from "./name.ts";
import { remarkSql } from "./remark.ts";

/** The statements that drop an object: one, and none for a grant that says what holds anyway. */
export function dropObjectSql(object: DatabaseObject): string[] {
  if (object.kind === "grant") return grantChanges(object, undefined);
  if (object.kind === "comment") return [remarkSql(object.name, null)];
  if (object.kind === "raw" && object.drop !== undefined) return [object.drop];
  return [`DROP ${reference(object)}`];
}
