// The results as a table of text.

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
const range = (times) => `${seconds(median(times))} (${(Math.min(...times) / 1000).toFixed(2)}–${(Math.max(...times) / 1000).toFixed(2)})`;
const megabytes = (bytes) => (bytes === undefined ? "–" : `${Math.round(bytes / 2 ** 20)} MB`);

const head = ["what", "graven median (range)", "peer", "peer median (range)", "ratio", "goal", "", "graven peak", "peer peak"];

/** A line per case; `results` hold the runs of both sides, or why the case was skipped. */
export function tableText(results) {
  const rows = results.map(({ what, peer, goal, more, skipped, graven, other }) => {
    if (skipped) return [what, `skipped: ${skipped}`];
    const ratio = median(graven.times) / median(other.times);
    return [what, range(graven.times), peer, range(other.times), ratio.toFixed(2), more === undefined ? `≤ ${goal.toFixed(1)}` : `≤ ${more.toFixed(1)} s more`, isMet({ goal, more, graven, other }) ? "met" : "missed", megabytes(graven.memory), megabytes(other.memory)];
  });
  const full = rows.filter((row) => row.length === head.length);
  const widths = head.map((title, column) => Math.max(title.length, ...(column ? full : rows).map((row) => row[column].length)));
  return [head, widths.map((width) => "-".repeat(width)), ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd()).join("\n");
}

/** The cases that missed their goal. */
export function missed(results) {
  return results.filter((result) => !result.skipped && !isMet(result)).map(({ what }) => what);
}

/** A goal is a ratio, or seconds more than the peer takes. */
function isMet({ goal, more, graven, other }) {
  const [own, theirs] = [median(graven.times), median(other.times)];
  return more === undefined ? own / theirs <= goal : own - theirs <= more * 1000;
}
