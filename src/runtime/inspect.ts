import { GravenError } from "../base/errors.ts";
import { counted } from "../base/text.ts";
import type { RowInspection } from "../dialects/dialect.ts";

/** Rows that a revision found otherwise than it left them, and what it does about them. */
export interface Drift {
  readonly table: string;
  readonly doing: RowInspection["doing"];
  readonly policy: RowInspection["policy"];
  /** Changed by hand, by their keys as in `name "admin"`. */
  readonly changed: readonly string[];
  /** Gone, where the revision would change or delete them. */
  readonly missing: readonly string[];
}

/** What an inspection's rows tell; `undefined` when all is as expected. */
export function driftOf({ doing, table, policy, rows }: RowInspection, found: readonly Readonly<Record<string, unknown>>[]): Drift | undefined {
  const present = new Map(found.map(({ position, differs }) => [Number(position), Number(differs) !== 0]));
  const changed = rows.filter((_, at) => present.get(at) || (doing === "insertNew" && present.has(at)));
  const missing = doing === "update" || doing === "delete" ? rows.filter((_, at) => !present.has(at)) : [];
  return changed.length || missing.length ? { table, doing, policy, changed, missing } : undefined;
}

/** One sentence for a person. */
export function driftText({ table, doing, policy, changed, missing }: Drift): string {
  const what = { insert: "holds other values than the revision inserts", insertNew: "is there already", update: "was changed by hand", delete: "was changed by hand" }[doing];
  const then = policy === "keep" ? { insert: "kept as it is", insertNew: "", update: "kept as it is", delete: "kept" }[doing] : policy === "overwrite" ? { insert: "overwritten", insertNew: "", update: "overwritten", delete: "deleted" }[doing] : "";
  const sentences = [
    changed.length ? `${changed.length === 1 ? "The row" : counted(changed.length, "row")} of "${table}" with ${listed(changed)} ${changed.length === 1 ? what : what.replace(/^holds/, "hold").replace(/^was/, "were").replace(/^is/, "are")}${then && `, and ${changed.length === 1 ? "is" : "are"} ${changed.length === 1 ? then : then.replace("it is", "they are")}`}.` : "",
    missing.length ? `${missing.length === 1 ? "The row" : counted(missing.length, "row")} of "${table}" with ${listed(missing)} ${missing.length === 1 ? "is" : "are"} gone, so there is nothing to ${doing}.` : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

/** Throws RUN-036 where drift ends a revision. */
export function refuseDrift(drift: Drift): void {
  if (drift.policy !== "fail") return;
  throw new GravenError("RUN-036", driftText(drift), { hint: drift.doing === "insertNew" ? "Remove those rows, or choose another onConflict." : 'Bring the rows back to what the revision expects, or choose drift: "keep" or "overwrite".' });
}

function listed(rows: readonly string[]): string {
  const shown = rows.slice(0, 5).join("; ");
  return rows.length > 5 ? `${shown}; and ${rows.length - 5} more` : shown;
}
