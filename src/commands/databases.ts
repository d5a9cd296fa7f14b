import { GravenError } from "../base/errors.ts";
import type { LoadedConfig } from "./config.ts";
import { callOfConfig } from "./config-call.ts";
import type { Context } from "./context.ts";

/** One of the databases that share a history of revisions: a tenant's, a shard. */
export interface DatabaseEntry {
  /** For reports; the URL without its password, or the schema, where it is absent. */
  readonly name?: string;
  /** Default: the config's. */
  readonly url?: string;
  /** The PostgreSQL schema in which everything happens, the history included. */
  readonly schema?: string;
}

/** A database of a run, with the context that leads to it. */
export interface NamedContext {
  readonly name: string;
  readonly context: Context;
}

/** Where a command is to go: the URLs and schemas that were given, or the config's `databases()`; nothing where there is one database only. */
export async function databasesOf(context: Context, config: LoadedConfig, given: { readonly urls?: readonly string[] | undefined; readonly schemas?: readonly string[] | undefined }): Promise<readonly NamedContext[] | undefined> {
  const { urls = [], schemas = [] } = given;
  const entries = urls.length > 1 || schemas.length > 1 ? crossed(urls, schemas) : !urls.length && !schemas.length && context.url === undefined && config.databases ? await declared(config) : undefined;
  if (!entries) return undefined;
  const { maskUrl } = await import("../drivers/url.ts");
  const named = entries.map((entry): NamedContext => {
    const { url = config.url, schema } = entry;
    const name = entry.name ?? [entry.url === undefined ? undefined : maskUrl(entry.url), schema].filter(Boolean).join(" ");
    return { name, context: { ...context, url, schema, report: (event) => context.report({ ...event, database: name }) } };
  });
  const twice = named.find(({ name }, at) => named.findIndex((each) => each.name === name) !== at);
  if (twice) throw new GravenError("CFG-008", `The database "${twice.name}" is named twice.`, { hint: "Leave one of them out, or give them names of their own." });
  return named;
}

function crossed(urls: readonly string[], schemas: readonly string[]): readonly DatabaseEntry[] {
  const places: readonly DatabaseEntry[] = urls.length ? urls.map((url) => ({ url })) : [{}];
  return schemas.length ? places.flatMap((place) => schemas.map((schema) => ({ ...place, schema }))) : places;
}

async function declared({ databases, file }: LoadedConfig): Promise<readonly DatabaseEntry[]> {
  const place = file === undefined ? undefined : { file };
  const list: unknown = await callOfConfig("databases", databases!);
  if (!Array.isArray(list)) throw new GravenError("CFG-003", "`databases()` in the config should give a list of URLs or of { name, url, schema }.", { place });
  return list.map((entry: unknown): DatabaseEntry => {
    if (typeof entry === "string") return { url: entry };
    if (typeof entry === "object" && entry !== null && ["name", "url", "schema"].every((key) => ["string", "undefined"].includes(typeof (entry as Record<string, unknown>)[key]))) return entry;
    throw new GravenError("CFG-003", `\`databases()\` in the config gives ${JSON.stringify(entry)}, which is neither a URL nor { name, url, schema }.`, { place });
  });
}
