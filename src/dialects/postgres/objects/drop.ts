import type { DatabaseObject } from "../../../schema/types.ts";
import { quote } from "../quote.ts";
import { columnList } from "../../ansi/table-sql.ts";
import { rolesSql } from "./create.ts";
import { reference } from "./name.ts";

export function dropObjectSql(object: DatabaseObject): string {
  if (object.kind === "grant") return `REVOKE ${object.privileges.map((each) => (object.columns ? `${each} (${columnList(quote, object.columns)})` : each)).join(", ")} ON ${object.on} FROM ${rolesSql([object.name])}`;
  if (object.kind === "raw" && object.drop !== undefined) return object.drop;
  return `DROP ${reference(object)}`;
}
