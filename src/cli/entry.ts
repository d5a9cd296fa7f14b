import type { RevisionEntry } from "../commands/history.ts";
import { shortPath } from "./print-error.ts";

/** `27c6a -> 384cf (orders) (head), create jobs`, as Alembic's users read it. */
export function entryLine(entry: RevisionEntry): string {
  const parents = entry.parents.length ? entry.parents.join(", ") : "<base>";
  const depends = entry.dependsOn.length ? ` (${entry.dependsOn.join(", ")})` : "";
  return `${parents}${depends} -> ${entry.revision}${marks(entry)}${entry.message ? `, ${entry.message}` : ""}`;
}

/** `384cf (orders) (head) create jobs`: a revision without its parents, for a drawing that shows them. */
export function entryTitle(entry: RevisionEntry): string {
  const depends = entry.dependsOn.length ? ` (depends on ${entry.dependsOn.join(", ")})` : "";
  return `${entry.revision}${marks(entry)}${depends}${entry.message ? `  ${entry.message}` : ""}`;
}

/** The same with its file and time, one fact to a line. */
export function entryText(entry: RevisionEntry): string {
  const facts: readonly (readonly [string, string])[] = [
    ["Revision", `${entry.revision}${marks(entry)}`],
    [entry.parents.length > 1 ? "Merges" : "Revises", entry.parents.length ? entry.parents.join(", ") : "(base)"],
    ["Depends on", entry.dependsOn.join(", ")],
    ["Labels", entry.branchLabels.join(", ")],
    ["Created", entry.created ?? ""],
    ["File", shortPath(entry.file)],
    ["Message", entry.message],
  ];
  return facts.filter(([, value]) => value !== "").map(([name, value]) => `${name.padEnd(11)}${value}`).join("\n");
}

export function entryJson<Entry extends RevisionEntry>(entry: Entry): Entry {
  return { ...entry, file: shortPath(entry.file) };
}

function marks(entry: RevisionEntry): string {
  return [
    entry.branchNames.join(", "),
    entry.isHead ? (entry.isDependedOn ? "effective head" : "head") : "",
    entry.isCurrent ? "current" : "",
    entry.isBranchPoint ? "branchpoint" : "",
    entry.isMergePoint ? "mergepoint" : "",
  ]
    .filter(Boolean)
    .map((mark) => ` (${mark})`)
    .join("");
}
