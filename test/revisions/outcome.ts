import { GravenErrors, GravenError } from "../../src/base/errors.ts";
import { downgradePath, stampChange, upgradePath } from "../../src/revisions/paths.ts";
import { currentHeads } from "../../src/revisions/resolve.ts";
import { inOrder, type RevisionGraph } from "../../src/revisions/graph.ts";
import { names } from "./drawing.ts";

/** What a command would do: its steps, the rows afterwards, and where the database stands then. */
type Command = (graph: RevisionGraph, target: string, applied: ReadonlySet<string>) => { readonly steps: readonly string[]; readonly rows: ReadonlySet<string> };

export const commands = {
  upgrade: (graph, target, applied) => {
    const steps = upgradePath(graph, target, applied);
    return { steps, rows: new Set([...applied, ...steps]) };
  },
  downgrade: (graph, target, applied) => {
    const steps = downgradePath(graph, target, applied);
    return { steps, rows: new Set([...applied].filter((id) => !steps.includes(id))) };
  },
  stamp: (graph, targets, applied) => {
    const { added, removed, applied: rows } = stampChange(graph, names(targets), applied);
    return { steps: [...removed.map((id) => `-${id}`), ...added.map((id) => `+${id}`)], rows: new Set(rows) };
  },
} as const satisfies Record<string, Command>;

/** The outcome of a command as one line: `c3 d4 = a1 b2 c3 d4 (at d4)`, or `! REV-020 There is no …`. */
export function outcome(graph: RevisionGraph, command: keyof typeof commands, applied: string, target: string): string {
  try {
    const { steps, rows } = commands[command](graph, target, new Set(names(applied)));
    return `${steps.join(" ") || "nothing"} = ${inOrder(graph, rows).join(" ") || "empty"} (at ${currentHeads(graph, rows).join(" ") || "base"})`;
  } catch (error) {
    if (!(error instanceof GravenError) || error instanceof GravenErrors) throw error;
    return `! ${error.code} ${error.message}`;
  }
}
