/** One revision of a drawing: what stands beside its mark, and what it builds on. */
export interface DrawnRevision {
  readonly revision: string;
  readonly parents: readonly string[];
  readonly text: string;
  /** `●` when absent. */
  readonly mark?: string | undefined;
}

/** For each column the revision that is to come in it, going down; none in a column that is free. */
type Lanes = (string | undefined)[];

/**
 * Draws revisions, newest first, as lines of a terminal: a column for each branch, `├─┘` where branches begin and `├─┐` where
 * they are merged. Parents that are not among the revisions end their line; an empty line stands before another one begins below it.
 */
export function drawGraph(revisions: readonly DrawnRevision[]): readonly string[] {
  const shown = new Set(revisions.map(({ revision }) => revision));
  const lanes: Lanes = [];
  const lines: string[] = [];
  let ended: number | undefined;
  for (const { revision, parents, text, mark = "●" } of revisions) {
    const waiting = lanes.flatMap((id, at) => (id === revision ? [at] : []));
    const [at = freeLane(lanes)] = waiting;
    const others = waiting.slice(1);
    if (others.length) lines.push(joint(lanes, at, others, { corner: "┘", inner: "┴" }));
    for (const other of others) lanes[other] = undefined;
    // Directly below the end of another line it would look as if that one built on it.
    if (!waiting.length && at === ended) lines.push(lanes.map((id) => (id === undefined ? " " : "│")).join(" ").trimEnd());
    lanes[at] = revision;
    trim(lanes);
    lines.push(`${lanes.map((id, lane) => (lane === at ? mark : id === undefined ? " " : "│")).join(" ")}  ${text}`);
    const [first, ...more] = parents.filter((parent) => shown.has(parent));
    lanes[at] = first;
    ended = first === undefined ? at : undefined;
    const opened = more.map((parent) => {
      const lane = freeLane(lanes, at + 1);
      lanes[lane] = parent;
      return lane;
    });
    if (opened.length) lines.push(joint(lanes, at, opened, { corner: "┐", inner: "┬" }));
    trim(lanes);
  }
  return lines;
}

/** The line on which columns meet the one at `at`. */
function joint(lanes: Lanes, at: number, others: readonly number[], { corner, inner }: { readonly corner: string; readonly inner: string }): string {
  const last = Math.max(...others);
  const cells = lanes.map((id, lane) => {
    if (lane === at) return "├";
    if (lane === last) return corner;
    if (others.includes(lane)) return inner;
    const crossed = lane > at && lane < last;
    if (id === undefined) return crossed ? "─" : " ";
    return crossed ? "┼" : "│";
  });
  return cells.map((cell, lane) => (lane >= at && lane < last ? `${cell}─` : `${cell} `)).join("").trimEnd();
}

function freeLane(lanes: Lanes, from = 0): number {
  const free = lanes.findIndex((id, lane) => lane >= from && id === undefined);
  return free < 0 ? Math.max(lanes.length, from) : free;
}

function trim(lanes: Lanes): void {
  while (lanes.length && lanes.at(-1) === undefined) lanes.pop();
}
