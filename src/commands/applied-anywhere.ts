import { GravenError } from "../base/errors.ts";
import type { LoadedConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { readDatabase } from "./database.ts";

/** A database that could be asked, with the revisions that it has, wholly or in part. */
export interface SeenDatabase {
  readonly title: string;
  readonly revisions: readonly string[];
}

/** What the project's databases have, those of `databases()` too, as far as they can be reached; those that cannot are told of. Makes none, and no table. */
export async function appliedAnywhere(context: Context, config: LoadedConfig): Promise<readonly SeenDatabase[]> {
  const { databasesOf } = await import("./databases.ts");
  const declared = (await databasesOf(context, config, {})) ?? [];
  const seen: SeenDatabase[] = [];
  // One after the other: a program's own client is one session.
  for (const each of [context, ...declared.map((named) => named.context)]) seen.push(...(await appliedIn(each, config)));
  return seen;
}

async function appliedIn(context: Context, config: LoadedConfig): Promise<readonly SeenDatabase[]> {
  const url = context.url ?? config.url;
  if (url === undefined && !config.kysely && !context.connection) return [];
  const { isAbsentFile } = await import("../drivers/url.ts");
  if (!context.connection && url !== undefined && isAbsentFile(url, config.folder)) return [];
  try {
    const { readHistory } = await import("../runtime/history.ts");
    return [await readDatabase(context, config, async ({ connection, history }) => ({ title: context.schema === undefined ? connection.title : `schema "${context.schema}" of the ${connection.title}`, revisions: (await readHistory(connection, history)).map(({ revision }) => revision) }))];
  } catch (error) {
    if (!(error instanceof GravenError) || !error.code.startsWith("DRV-")) throw error;
    context.report({ kind: "warning", code: error.code, message: error.message, hint: "What it has could not be seen." });
    return [];
  }
}
