import type { PGliteOptions } from "@electric-sql/pglite";
import { GravenError } from "../base/errors.ts";
import type { DatabaseUrl } from "./url.ts";

type Extensions = NonNullable<PGliteOptions["extensions"]>;

/** Packages of extensions that are called otherwise than what they hold. */
const packages: Readonly<Record<string, string>> = { vector: "@electric-sql/pglite-pgvector" };

/**
 * The extensions that a URL names, `pglite:./dev?extensions=citext,pg_trgm`, as PGlite wants them: it has none that it was not opened
 * with. Those of PostgreSQL itself are part of it, others packages of their own. Throws DRV-007 for one that is not there.
 */
export async function pgliteExtensions({ parameters }: Pick<DatabaseUrl, "parameters">): Promise<{ readonly extensions?: Extensions }> {
  const names = (parameters["extensions"] ?? "").split(",").map((name) => name.trim()).filter(Boolean);
  if (!names.length) return {};
  return { extensions: Object.fromEntries(await Promise.all(names.map(async (name) => [name, await extensionNamed(name)]))) };
}

async function extensionNamed(name: string): Promise<Extensions[string]> {
  const own = name.replaceAll("-", "_");
  // A name becomes part of a path.
  const paths = /^\w+$/.test(own) ? [`@electric-sql/pglite/contrib/${own}`, `@electric-sql/pglite/${own}`, packages[own] ?? `@electric-sql/pglite-${own}`] : [];
  for (const path of paths) {
    const found = await (import(path) as Promise<Readonly<Record<string, Extensions[string] | undefined>>>).then(
      (module) => module[own],
      () => undefined,
    );
    if (found) return found;
  }
  throw new GravenError("DRV-007", `PGlite has no extension "${name}" here.`, { hint: "Those of PostgreSQL itself are part of @electric-sql/pglite; some others are packages named @electric-sql/pglite-…" });
}
