import type { RevisionEntry } from "../commands/history.ts";
import { drawGraph } from "./draw-graph.ts";
import { entryJson, entryLine, entryTitle } from "./entry.ts";

type Writer = (entries: readonly RevisionEntry[]) => string;

/** How `gen history --format` writes revisions, which come newest first. */
export const historyFormats = {
  text: (entries) => entries.map(entryLine).join("\n"),
  mermaid: (entries) =>
    ["flowchart BT", ...upwards(entries).map((entry) => `  ${entry.revision}["${label(entry, "<br>").replaceAll('"', "#quot;")}"]`), ...edges(entries).map(({ from, to, depends }) => `  ${from} ${depends ? "-.->" : "-->"} ${to}`)].join("\n"),
  dot: (entries) =>
    ["digraph history {", "  rankdir=BT;", ...upwards(entries).map((entry) => `  ${quoted(entry.revision)} [label=${quoted(label(entry, "\n"))}];`), ...edges(entries).map(({ from, to, depends }) => `  ${quoted(from)} -> ${quoted(to)}${depends ? " [style=dashed]" : ""};`), "}"].join("\n"),
  json: (entries) => JSON.stringify({ ok: true, revisions: entries.map(entryJson) }),
} as const satisfies Record<string, Writer>;

export type HistoryFormat = keyof typeof historyFormats;

/** The revisions as a drawing for a terminal; the ones where the database stands are marked `◉`. */
export function drawHistory(entries: readonly RevisionEntry[]): string {
  return drawGraph(entries.map((entry) => ({ revision: entry.revision, parents: entry.parents, text: entryTitle(entry), mark: entry.isCurrent ? "◉" : "●" }))).join("\n");
}

function upwards(entries: readonly RevisionEntry[]): readonly RevisionEntry[] {
  return entries.toReversed();
}

function label({ revision, message, branchLabels }: RevisionEntry, newLine: string): string {
  return [`${revision}${branchLabels.map((each) => ` (${each})`).join("")}`, message].filter(Boolean).join(newLine);
}

/** The arrows between the revisions shown; dependencies lead from the revision that a label stands for. */
function edges(entries: readonly RevisionEntry[]): readonly { readonly from: string; readonly to: string; readonly depends: boolean }[] {
  const named = new Map(entries.flatMap(({ revision, branchLabels }) => [revision, ...branchLabels].map((name) => [name, revision] as const)));
  return upwards(entries).flatMap(({ revision, parents, dependsOn }) =>
    [...parents.map((parent) => ({ parent, depends: false })), ...dependsOn.map((parent) => ({ parent, depends: true }))].flatMap(({ parent, depends }) => {
      const from = named.get(parent);
      return from === undefined ? [] : [{ from, to: revision, depends }];
    }),
  );
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
