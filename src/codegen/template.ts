import { GravenError } from "../base/errors.ts";
import { byText } from "../base/text.ts";
import { outlineOf, ownOutline, type Outline } from "./outline.ts";
import { importLine, unimported, type ModuleImport } from "./own-imports.ts";
import type { EmptyRevision } from "./source.ts";
import { commentText, headerEdits, lines, parentsText, withEdits, type Edit } from "./source-file.ts";

/** The comments that stand in a filled template where the long texts go. */
export const places = { stubs: "// graven: stubs", upgrade: "// graven: upgrade", downgrade: "// graven: downgrade" } as const;

export type Place = keyof typeof places;

/** What a template is filled with, beside the long texts. */
export interface TemplateValues {
  readonly source: EmptyRevision;
  /** The names that the file uses from "graven/revision". */
  readonly imports: readonly string[];
  /** What it uses of the project's own modules. */
  readonly ownImports: readonly ModuleImport[];
  /** The places that will be filled. */
  readonly filled: ReadonlySet<Place>;
}

/** A template that was read and found whole. */
export interface Template {
  readonly text: string;
  readonly outline: Outline;
}

/** Reads a template; `isOwn` is the package's own. */
export async function readTemplateText(text: string, isOwn = false): Promise<Template> {
  return { text, outline: isOwn ? ownOutline(text) : await outlineOf(text) };
}

/** Every word of a template, so that no constant of the revision takes the name of one. */
export function namesIn(text: string): readonly string[] {
  return text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
}

/** The template with its constants, comments and imports filled in, and a comment at each place that is to be filled. */
export function fillTemplate({ text, outline }: Template, { source, imports, ownImports, filled }: TemplateValues): string {
  const { revision, downRevision, branchLabels, dependsOn } = source;
  return withEdits(text, [
    ...docblockEdits(text, outline, source),
    importEdit(outline, imports, unimported(text, ownImports)),
    ...headerEdits(outline, { revision, downRevision, branchLabels, dependsOn }, missingPart),
    stubsEdit(text, filled),
    ...functionEdits(outline, "upgrade", filled),
    ...functionEdits(outline, "downgrade", filled),
  ]);
}

/** `{message}`, `{revision}`, `{downRevision}` and `{created}` in the comments above the first statement. */
function docblockEdits(text: string, outline: Outline, source: EmptyRevision): readonly Edit[] {
  const values: Readonly<Record<string, string>> = {
    message: source.message,
    revision: source.revision,
    downRevision: parentsText(source.downRevision),
    created: source.created.toISOString().replace(/\.\d+Z$/, "Z"),
  };
  const head = text.slice(0, outline.firstStatement);
  return [...head.matchAll(/\{(message|revision|downRevision|created)\}/g)].map((match) => {
    const start = match.index;
    const before = head.slice(head.lastIndexOf("\n", start - 1) + 1, start);
    const nextLine = /^\s*(\*|\/\/)?\s*$/.test(before) ? `\n${before}` : "\n * ";
    const written = lines(values[match[1]!]!.trim()).map(commentText);
    return { start, end: start + match[0].length, text: written.join(nextLine).replace(/[ \t]+$/gm, "") };
  });
}

function importEdit(outline: Outline, imports: readonly string[], ownImports: readonly ModuleImport[]): Edit {
  if (!outline.import) throw missingPart('import type { Operations } from "graven/revision"');
  const { start, end, names: own } = outline.import;
  const types = [...new Set(["Operations", ...own.filter(({ isType }) => isType).map(({ text }) => text)])].sort(byText);
  const values = [...new Set([...imports, ...own.filter(({ isType }) => !isType).map(({ text }) => text)])].sort(byText);
  const text = values.length
    ? `import { ${[...values, ...types.map((name) => `type ${name}`)].join(", ")} } from "graven/revision";`
    : `import type { ${types.join(", ")} } from "graven/revision";`;
  return { start, end, text: [text, ...ownImports.map(importLine)].join("\n") };
}

function stubsEdit(text: string, filled: ReadonlySet<Place>): Edit {
  const marker = /^[ \t]*\/\/ \{stubs\}[ \t]*$/m.exec(text);
  if (!marker) throw missingPart("// {stubs}");
  const comment = "// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.";
  return { start: marker.index, end: marker.index + marker[0].length, text: filled.has("stubs") ? `${comment}\n${places.stubs}` : "" };
}

function functionEdits(outline: Outline, name: "upgrade" | "downgrade", filled: ReadonlySet<Place>): readonly Edit[] {
  const found = outline.function(name);
  if (!found) throw missingPart(`export function ${name}(op: Operations) {}`);
  if (found.parameter?.text !== "op") throw missingPart(`the parameter \`op\` of "${name}"`);
  const end = found.bodyEnd;
  if (filled.has(name)) return [{ start: end, end, text: `\n${places[name]}\n` }];
  if (!found.isEmpty) return [];
  return [{ start: end, end, text: "\n// Nothing yet: write calls such as op.addColumn(…).\n" }];
}

function missingPart(part: string): GravenError {
  return new GravenError("GEN-001", `The template of revisions lacks ${part.startsWith("the ") ? part : `\`${part}\``}.`, {
    hint: "Add it, or start again from the template that comes with graven.",
  });
}
