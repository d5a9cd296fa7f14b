import { severities, type Rule } from "../../src/checks/rule.ts";
import { exampleSchema } from "../checks/examples.ts";

const intro = `# Rules of the review

What \`gen review\` looks for, in the order of the codes. Each rule is a file of \`src/checks/rules\`, and a test writes this page from them: \`npx vitest run test/docs -u\`.

A severity is changed in the config, \`off\` turns a rule off: \`review: { rules: { "drop-column": "warn", "timestamptz": "info" } }\`. One place is allowed by a comment above it, which gives a reason:

\`\`\`text
// graven-allow drop-column: moved to person in r3
op.dropColumn("users", "bio");
\`\`\`

Tables that the revision makes itself are exempt, but for the rules that say so. The examples speak of these tables:

\`\`\`text
${exampleSchema}
\`\`\`
`;

/** docs/rules.md, made from the rules. */
export function rulesPage(rules: readonly Rule[]): string {
  const table = ["| Rule | Severity | Databases | What is reported |", "|---|---|---|---|", ...rules.map(({ code, severity, dialects, title }) => `| [${code}](#${code}) | ${severity} | ${databases(dialects)} | ${cell(title)} |`)];
  const counts = severities.map((severity) => `${rules.filter((rule) => rule.severity === severity).length} ${severity}`).join(", ");
  return `${intro}\n${rules.length} rules: ${counts}.\n\n${table.join("\n")}\n\n${rules.map(section).join("\n")}`;
}

function section({ code, severity, dialects, title, why, manual, bad, good, onNewTables }: Rule): string {
  const links = Object.entries(manual ?? {}).map(([name, url]) => `[${name === "any" ? "manual" : `manual of ${name}`}](${url})`);
  return [
    `## ${code}`,
    `${title}. ${capital(severity)} on ${databases(dialects)}${onNewTables ? "; new tables too" : ""}.`,
    why,
    ...(links.length ? [links.join(" · ")] : []),
    `Reported:\n\n\`\`\`text\n${bad.join("\n")}\n\`\`\``,
    `Not reported:\n\n\`\`\`text\n${good.join("\n")}\n\`\`\`\n`,
  ].join("\n\n");
}

function databases(dialects: readonly string[]): string {
  return dialects.length === 4 ? "all" : dialects.join(", ");
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
