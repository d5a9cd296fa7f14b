import { counted } from "../../base/text.ts";
import { objectText, partText } from "../difference.ts";
import { placeText, type Finding, type RevisionReview } from "../review.ts";
import type { RowsReview } from "../rows-review.ts";
import type { ReportInput } from "./index.ts";
import { reversibleText, stepFacts } from "./step-text.ts";

const marks = { error: "🛑", warn: "⚠️", info: "ℹ️" } as const;
const changeMarks = { added: "+", changed: "~", removed: "−" } as const;

/** A comment for a pull request; the SQL is folded away. */
export function markdown({ revisions, notes, shorten }: ReportInput): string {
  const parts = [...notes.map((note) => `> ${escaped(note)}`), ...revisions.map((review) => revisionText(review, shorten))];
  return `${parts.join("\n\n")}\n`;
}

function revisionText(review: RevisionReview, shorten: (path: string) => string): string {
  const open = review.findings.filter(({ allowed }) => allowed === undefined);
  const allowed = review.findings.filter((finding) => finding.allowed !== undefined);
  return [
    `### ${escaped(review.message || review.revision)}${review.message ? ` \`${review.revision}\`` : ""}`,
    escaped(review.summary),
    differenceText(review),
    open.length ? open.map((finding) => findingText(finding, shorten)).join("\n") : "No findings.",
    allowed.length ? folded(`${counted(allowed.length, "finding")} allowed`, allowed.map((finding) => `- \`${finding.code}\` ${escaped(finding.message)} — ${escaped(finding.allowed!)}`).join("\n")) : "",
    ...review.rows.map(rowsText),
    ...review.dialects.map((dialect) => folded(`Operations and SQL${review.dialects.length > 1 ? ` on ${dialect}` : ""}`, review.operations.map((operation) => operationText(operation, dialect)).join("\n\n"))),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function differenceText({ difference }: RevisionReview): string {
  const lines = difference.flatMap((each) => [`${changeMarks[each.mark]} ${objectText(each)}`, ...(each.mark === "changed" ? each.parts.map((part) => `  ${changeMarks[part.mark]} ${partText(part)}`) : [])]);
  return lines.length ? `\`\`\`diff\n${lines.map((line) => line.replace(/^(\s*)−/, "$1-")).join("\n")}\n\`\`\`` : "";
}

function findingText(finding: Finding, shorten: (path: string) => string): string {
  const place = finding.place ? ` (${shorten(placeText(finding))})` : "";
  const details = [escaped(finding.why), ...(finding.seen ? [`**In the database:** ${escaped(finding.seen)}`] : []), ...(finding.manual ? [`[Manual](${finding.manual})`] : []), ...(finding.safer ? [`\`\`\`${finding.safer.startsWith("--") ? "sql" : "ts"}\n${finding.safer}\n\`\`\``] : [])];
  return `- ${marks[finding.severity]} **\`${finding.code}\`** ${escaped(finding.message)}${place}\n${indented(folded("Why, and how instead", details.join("\n\n")))}`;
}

function operationText({ text, steps, reversible, place }: RevisionReview["operations"][number], dialect: RevisionReview["dialects"][number]): string {
  void place;
  const sql = (steps[dialect] ?? []).map((step) => `\`\`\`sql\n${step.sql};\n\`\`\`\n${stepFacts(step).map((fact) => `${fact}`).join(" · ")}`);
  return `**${escaped(text)}** — ${escaped(reversibleText({ reversible }))}\n\n${sql.join("\n\n")}`;
}

function rowsText({ table, change, columns, rows, more }: RowsReview): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => escaped(cell).replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return folded(`Rows ${change} in ${table}`, [row(columns), row(columns.map(() => "---")), ...rows.map(row), ...(more ? [`\nand ${counted(more, "more row")}`] : [])].join("\n"));
}

function folded(title: string, body: string): string {
  return `<details><summary>${escaped(title)}</summary>\n\n${body}\n\n</details>`;
}

function indented(text: string): string {
  return text.split("\n").map((line) => (line ? `  ${line}` : line)).join("\n");
}

/** Words of a project may hold what Markdown or HTML reads as its own. */
function escaped(text: string): string {
  return text.replace(/[&<>]/g, (each) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[each]!).replace(/[*_`[\]]/g, "\\$&");
}
