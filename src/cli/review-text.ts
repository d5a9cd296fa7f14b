import type { RevisionReview } from "../commands/review.ts";
import { objectText, partText, reversibleText, stepFacts } from "../commands/review-words.ts";
import { shortPath } from "./print-error.ts";
import type { Terminal } from "./terminal.ts";

const changeMarks = { added: "+", changed: "~", removed: "-" } as const;

/** A review as a person reads it on a terminal. */
export function reviewText(review: RevisionReview, { paint }: Pick<Terminal, "paint">, options: { readonly sql: boolean }): string {
  const colours = { error: paint.red, warn: paint.yellow, info: paint.cyan } as const;
  const markColours = { added: paint.green, changed: paint.yellow, removed: paint.red } as const;
  const indent = (text: string, by: string) => text.split("\n").map((line) => by + line).join("\n");
  const lines = [`${paint.bold(review.revision)}${review.message ? `  ${review.message}` : ""}${review.file === undefined ? "" : `  ${paint.dim(shortPath(review.file))}`}`, review.summary, ""];
  for (const each of review.difference) {
    lines.push(markColours[each.mark](`  ${changeMarks[each.mark]} ${objectText(each)}`));
    if (each.mark === "changed") for (const part of each.parts) lines.push(markColours[part.mark](`      ${changeMarks[part.mark]} ${partText(part)}`));
  }
  if (review.difference.length) lines.push("");
  if (options.sql) {
    for (const dialect of review.dialects) {
      if (review.dialects.length > 1) lines.push(paint.bold(`  ${dialect}`));
      for (const operation of review.operations) {
        lines.push(`  ${paint.bold(operation.text)}  ${paint.dim(reversibleText(operation))}`);
        for (const step of operation.steps[dialect] ?? []) {
          lines.push(indent(step.sql, "    "));
          lines.push(paint.dim(`    -- ${stepFacts(step).join("; ")}`));
        }
      }
      if (review.operations.length) lines.push("");
    }
    for (const { table, change, columns, rows, more } of review.rows) {
      lines.push(`  rows ${change} in ${table}`, ...grid([columns, ...rows]).map((line) => `    ${line}`), ...(more ? [`    and ${more} more`] : []), "");
    }
  }
  for (const finding of review.findings) {
    const place = finding.place ? [finding.place.line === undefined ? shortPath(finding.place.file) : `${shortPath(finding.place.file)}:${finding.place.line}${finding.place.column === undefined ? "" : `:${finding.place.column}`}`] : [];
    if (finding.allowed !== undefined) {
      lines.push(paint.dim(`allowed ${finding.code}  ${finding.message}  (${finding.allowed})`));
      continue;
    }
    const on = review.dialects.length > 1 ? paint.dim(`  [${finding.dialects.join(", ")}]`) : "";
    lines.push(`${colours[finding.severity](finding.severity.padEnd(5))} ${paint.bold(finding.code)}  ${finding.message}${on}`);
    for (const line of [...place, ...(finding.seen ? [finding.seen] : []), finding.why, ...(finding.manual ? [finding.manual] : [])]) lines.push(paint.dim(indent(line, "      ")));
    if (finding.safer) lines.push(indent(finding.safer, `      ${paint.green("│")} `));
  }
  if (!review.findings.length) lines.push(paint.green("No findings."));
  if (!review.downgrade.whole) lines.push(paint.yellow(`No way back: ${review.downgrade.reason ?? "there is none."}`));
  return lines.join("\n");
}

function grid(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.min(40, Math.max(...rows.map((row) => (row[column] ?? "").length))));
  return rows.map((row) => row.map((cell, column) => (cell.length > 40 ? `${cell.slice(0, 39)}…` : cell).replaceAll("\n", " ").padEnd(widths[column]!)).join("  ").trimEnd());
}
