import { objectText, partText } from "../difference.ts";
import { counted } from "../../base/text.ts";
import { placeText, type Finding, type OperationReview, type RevisionReview } from "../review.ts";
import type { RowsReview } from "../rows-review.ts";
import { diagram } from "./html-diagram.ts";
import { script, style } from "./html-style.ts";
import { escaped } from "./html-text.ts";
import type { ReportInput } from "./index.ts";
import { lockText, reversibleText, workText } from "./step-text.ts";

const severities = ["error", "warn", "info"] as const;
const severityWords = { error: "Errors", warn: "Warnings", info: "Notes" } as const;
const severityNouns = { error: "error", warn: "warning", info: "note" } as const;
const changeSigns = { added: "+", changed: "~", removed: "−" } as const;

/** One page that needs nothing else: no network, light and dark, on paper too. Every finding and operation has an address of its own. */
export function html(input: ReportInput): string {
  const { revisions, notes } = input;
  const findings = revisions.flatMap((review) => review.findings);
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity && finding.allowed === undefined).length;
  const title = revisions.length === 1 ? `Review of ${revisions[0]!.message || revisions[0]!.revision}` : `Review of ${counted(revisions.length, "revision")}`;
  const filters = severities.map((severity) => `<label><input type="checkbox" name="severity" value="${severity}" checked> <span class="badge ${severity}">${count(severity)}</span> ${severityWords[severity]}</label>`);
  const links = revisions.map(({ revision, message }) => `<li><a href="#${anchor(revision)}">${escaped(message || revision)}</a> <span class="id">${message ? escaped(revision) : ""}</span></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p class="soft">${severities.map((severity) => counted(count(severity), severityNouns[severity])).join(", ")}</p>
${notes.length ? `<div class="notes" role="note">${notes.map((note) => `<p>${escaped(note)}</p>`).join("")}</div>` : ""}
<div class="tools"><fieldset><legend>Show</legend>${filters.join("")}</fieldset><span id="shown" role="status" class="soft"></span><button id="theme" type="button">Light or dark</button></div>
${revisions.length > 1 ? `<nav aria-label="Revisions"><ul>${links.join("")}</ul></nav>` : ""}
</header>
<main>
${revisions.map((review) => revisionHtml(review, input)).join("\n")}
</main>
<footer>Written by gen review.</footer>
<script>${script}</script>
</body>
</html>
`;
}

function revisionHtml(review: RevisionReview, input: ReportInput): string {
  const id = anchor(review.revision);
  const file = review.file === undefined ? "" : ` · ${escaped(input.shorten(review.file))}`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escaped(review.message || review.revision)}</h2>
<p class="soft"><span class="id">${escaped(review.revision)}</span>${file}</p>
<p>${escaped(review.summary)}</p>
<h3>Findings</h3>
${review.findings.length ? review.findings.map((finding, at) => findingHtml(finding, `${id}-finding-${at + 1}`, id, review, input)).join("\n") : "<p>No findings.</p>"}
<h3>What changes</h3>
${differenceHtml(review)}
${review.difference.some(({ kind }) => kind === "table") ? `<div class="sides"><div class="side" tabindex="0" role="region" aria-label="Diagram before ${escaped(review.revision)}"><h4>Before</h4>${diagram(review.before, review.difference, "before", `${id}-before`)}</div><div class="side" tabindex="0" role="region" aria-label="Diagram after ${escaped(review.revision)}"><h4>After</h4>${diagram(review.after, review.difference, "after", `${id}-after`)}</div></div>` : ""}
${review.rows.length ? `<h3>Rows</h3>${review.rows.map(rowsHtml).join("\n")}` : ""}
<h3>Operations</h3>
${review.operations.map((operation, at) => operationHtml(operation, `${id}-operation-${at + 1}`, review)).join("\n")}
<h3>The way back</h3>
<p>${review.downgrade.whole ? "The downgrade leads back." : escaped(review.downgrade.reason ?? "There is none.")}</p>
</section>`;
}

function findingHtml(finding: Finding, id: string, section: string, review: RevisionReview, { shorten, rules }: ReportInput): string {
  const title = rules.find(({ code }) => code === finding.code)?.title;
  const place = finding.place ? `<code>${escaped(shorten(placeText(finding)))}</code>` : "";
  const operation = finding.operation === undefined ? "" : ` · <a href="#${section}-operation-${finding.operation + 1}">operation ${finding.operation + 1}</a>`;
  const on = review.dialects.length > 1 ? ` · on ${finding.dialects.map(escaped).join(", ")}` : "";
  return `<article class="finding ${finding.severity}${finding.allowed === undefined ? "" : " allowed"}" id="${id}" data-severity="${finding.severity}">
<h4><span class="badge">${finding.severity}</span><code>${escaped(finding.code)}</code><a class="anchor" href="#${id}" aria-label="Link to this finding">#</a></h4>
<p><strong>${escaped(finding.message)}</strong></p>
<p class="soft">${place}${operation}${on}</p>
${finding.allowed === undefined ? "" : `<p><strong>Allowed:</strong> ${escaped(finding.allowed)}</p>`}
${finding.seen === undefined ? "" : `<p><strong>In the database:</strong> ${escaped(finding.seen)}</p>`}
<p>${title ? `${escaped(title)}. ` : ""}${escaped(finding.why)}${finding.manual ? ` <a href="${escaped(finding.manual)}">Manual</a>` : ""}</p>
${finding.safer === undefined ? "" : `<p class="soft">Safer:</p><pre tabindex="0"><code>${escaped(finding.safer)}</code></pre>`}
</article>`;
}

function differenceHtml({ difference }: RevisionReview): string {
  if (!difference.length) return "<p>The schema stays as it is.</p>";
  const items = difference.map((each) => {
    const { mark, parts } = each;
    const inner = mark === "changed" ? parts.map((part) => `<li class="${part.mark}-text">${changeSigns[part.mark]} ${escaped(partText(part))}</li>`) : [];
    return `<li><span class="${mark}-text">${changeSigns[mark]} ${escaped(objectText(each))}</span>${inner.length ? `<ul>${inner.join("")}</ul>` : ""}</li>`;
  });
  return `<ul class="difference">${items.join("")}</ul>`;
}

function operationHtml(operation: OperationReview, id: string, review: RevisionReview): string {
  const steps = review.dialects.map((dialect) => {
    const own = (operation.steps[dialect] ?? []).map(({ sql, effects, blocks, transaction, estimate }) => {
      const facts = [
        `<li class="${blocks === "writes" || blocks === "reads and writes" ? "waits" : ""}">${escaped(lockText(effects))}</li>`,
        `<li class="${effects.work.length ? "works" : ""}">${escaped(workText(effects))}</li>`,
        `<li>${transaction ? "in the revision's transaction" : "outside of the transaction"}</li>`,
        ...(estimate === undefined ? [] : [`<li>${escaped(estimate)}</li>`]),
      ];
      return `<pre tabindex="0"><code>${escaped(sql)};</code></pre><ul class="facts">${facts.join("")}</ul>`;
    });
    return `${review.dialects.length > 1 ? `<p class="soft">${escaped(dialect)}</p>` : ""}${own.join("") || '<p class="soft">No statement of its own.</p>'}`;
  });
  return `<div class="operation" id="${id}"><div><h4>${escaped(operation.text)}<a class="anchor" href="#${id}" aria-label="Link to operation ${escaped(operation.text)}">#</a></h4><p class="soft">${escaped(reversibleText(operation))}</p></div><div>${steps.join("")}</div></div>`;
}

function rowsHtml({ table, change, columns, rows, more }: RowsReview): string {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`);
  return `<table tabindex="0"><caption>Rows ${change} in ${escaped(table)}${more ? `, and ${counted(more, "more row")}` : ""}</caption><thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("")}</tr></thead><tbody>${cells.join("")}</tbody></table>`;
}

function anchor(revision: string): string {
  return `revision-${revision.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}
