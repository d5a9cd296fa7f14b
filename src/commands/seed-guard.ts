import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import type { Project } from "./project.ts";
import type { SeedOptions } from "./seed.ts";

/**
 * Refuses a database that is not plainly one for development, and says how to allow it by name. Throws FIX-050.
 */
export async function refuseForeignDatabase({ url, config }: Project, options: Pick<SeedOptions, "force">): Promise<void> {
  if (options.force) return;
  const { placeOf } = await import("../drivers/url.ts");
  const place = url === undefined ? undefined : placeOf(url);
  const name = place ? `${place.host}/${place.database}` : "kysely";
  if ((config.seed?.allow ?? []).some((pattern) => matches(pattern, name) || (place && matches(pattern, place.database)))) return;
  const reason = reasonAgainst(place);
  if (reason === undefined) return;
  throw new GravenError("FIX-050", `${reason}, and made-up rows belong into development databases only.`, {
    hint: `When this one is for development, name it in graven.config.ts: seed: { allow: [${JSON.stringify(name)}] }. For this run alone: --force.`,
  });
}

function reasonAgainst(place: { readonly local: boolean; readonly database: string } | undefined): string | undefined {
  if (process.env["NODE_ENV"] === "production") return "NODE_ENV is production";
  if (!place) return "Nothing says that the database is on this machine";
  if (!place.local) return "The database is not on this machine";
  return /(^|[^a-z])(prod|production|live)([^a-z]|$)/i.test(place.database) ? `The database is named "${place.database}"` : undefined;
}

/** A pattern with `*` for any text. */
function matches(pattern: string, name: string): boolean {
  return new RegExp(`^${pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`, "i").test(name);
}

/** Tables that hold rows which nobody asked to keep company. Throws FIX-053. */
export function refuseStandingRows(standing: ReadonlyMap<string, number>): void {
  const full = [...standing].filter(([, rows]) => rows > 0);
  if (!full.length) return;
  const [first] = full;
  throw new GravenError("FIX-053", `${full.length === 1 ? "Table" : "The tables"} ${quotedList(full.map(([table]) => table))} ${full.length === 1 ? `holds ${first![1]} rows` : "hold rows"} already, beside the required ones.`, {
    hint: `Say --append to add to them, or name them to have their rows deleted first: --truncate --table ${full.map(([table]) => table).join(",")}`,
  });
}
