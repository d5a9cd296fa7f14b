import { featureWords, type SqlFeature } from "../../dialects/sql-syntax.ts";
import type { Cursor } from "./cursor.ts";

/** Throws where a file uses what its database has not: it is written for another one. */
export function requireFeature(cursor: Cursor, feature: SqlFeature): void {
  if (cursor.syntax.features.has(feature)) return;
  const { words, of } = featureWords[feature];
  throw cursor.fault(`${words} belongs to ${of}, not to this project's database`, "Is the file for another database than the config's url or dialect?");
}
