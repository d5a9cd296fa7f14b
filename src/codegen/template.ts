import type { FunctionDeclaration, SourceFile } from "ts-morph";
import { GravenError } from "../base/errors.ts";
import { byText } from "../base/text.ts";
import type { EmptyRevision } from "./source.ts";
import { commentText, headerEdits, lines, parentsText, parseSource, withEdits, type Edit } from "./source-file.ts";

/** The comments that stand in a filled template where the long texts go. */
export const places = { stubs: "// graven: stubs", upgrade: "// graven: upgrade", downgrade: "// graven: downgrade" } as const;

export type Place = keyof typeof places;

/** What a template is filled with, beside the long texts. */
export interface TemplateValues {
  readonly source: EmptyRevision;
  /** The names that the file uses from "graven/revision". */
  readonly imports: readonly string[];
  /** The places that will be filled. */
  readonly filled: ReadonlySet<Place>;
}

/** A template that was read and found whole. */
export interface Template {
  readonly text: string;
  readonly file: SourceFile;
}

/** Reads a template. Throws GEN-001 naming the part that it lacks. */
export async function readTemplateText(text: string): Promise<Template> {
  return { text, file: await parseSource(text) };
}

/** Every word of a template, so that no constant of the revision takes the name of one. */
export function namesIn(text: string): readonly string[] {
  return text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
}

/** The template with its constants, comments and imports filled in, and a comment at each place that is to be filled. */
export function fillTemplate({ text, file }: Template, { source, imports, filled }: TemplateValues): string {
  const { revision, downRevision, branchLabels, dependsOn } = source;
  return withEdits(text, [
    ...docblockEdits(text, file, source),
    importEdit(file, imports),
    ...headerEdits(file, { revision, downRevision, branchLabels, dependsOn }, missingPart),
    stubsEdit(text, filled),
    ...functionEdits(file, "upgrade", filled),
    ...functionEdits(file, "downgrade", filled),
  ]);
}

/** `{message}`, `{revision}`, `{downRevision}` and `{created}` in the comments above the first statement. */
function docblockEdits(text: string, file: SourceFile, source: EmptyRevision): readonly Edit[] {
  const values: Readonly<Record<string, string>> = {
    message: source.message,
    revision: source.revision,
    downRevision: parentsText(source.downRevision),
    created: source.created.toISOString().replace(/\.\d+Z$/, "Z"),
  };
  const head = text.slice(0, file.getStatements()[0]?.getStart() ?? 0);
  return [...head.matchAll(/\{(message|revision|downRevision|created)\}/g)].map((match) => {
    const start = match.index;
    const before = head.slice(head.lastIndexOf("\n", start - 1) + 1, start);
    const nextLine = /^\s*(\*|\/\/)?\s*$/.test(before) ? `\n${before}` : "\n * ";
    const written = lines(values[match[1]!]!.trim()).map(commentText);
    return { start, end: start + match[0].length, text: written.join(nextLine).replace(/[ \t]+$/gm, "") };
  });
}

function importEdit(file: SourceFile, imports: readonly string[]): Edit {
  const declaration = file.getImportDeclaration((each) => each.getModuleSpecifierValue() === "graven/revision" && !each.getNamespaceImport());
  if (!declaration) throw missingPart('import type { Operations } from "graven/revision"');
  const isTypeOnly = declaration.isTypeOnly();
  const own = declaration.getNamedImports().map((each) => ({ text: each.getText().replace(/^type\s+/, ""), isType: isTypeOnly || each.isTypeOnly() }));
  const types = [...new Set(["Operations", ...own.filter(({ isType }) => isType).map(({ text }) => text)])].sort(byText);
  const values = [...new Set([...imports, ...own.filter(({ isType }) => !isType).map(({ text }) => text)])].sort(byText);
  const text = values.length
    ? `import { ${[...values, ...types.map((name) => `type ${name}`)].join(", ")} } from "graven/revision";`
    : `import type { ${types.join(", ")} } from "graven/revision";`;
  return { start: declaration.getStart(), end: declaration.getEnd(), text };
}

function stubsEdit(text: string, filled: ReadonlySet<Place>): Edit {
  const marker = /^[ \t]*\/\/ \{stubs\}[ \t]*$/m.exec(text);
  if (!marker) throw missingPart("// {stubs}");
  const comment = "// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.";
  return { start: marker.index, end: marker.index + marker[0].length, text: filled.has("stubs") ? `${comment}\n${places.stubs}` : "" };
}

function functionEdits(file: SourceFile, name: "upgrade" | "downgrade", filled: ReadonlySet<Place>): readonly Edit[] {
  const declaration = file.getFunction(name);
  const body = declaration?.getBody();
  const parameter = declaration?.getParameters()[0]?.getNameNode();
  if (!declaration || !body) throw missingPart(`export function ${name}(op: Operations) {}`);
  if (parameter?.getText() !== "op") throw missingPart(`the parameter \`op\` of "${name}"`);
  const end = body.getEnd() - 1;
  if (filled.has(name)) return [{ start: end, end, text: `\n${places[name]}\n` }];
  if (!isEmpty(declaration)) return [];
  return [{ start: end, end, text: "\n// Nothing yet: write calls such as op.addColumn(…).\n" }];
}

function isEmpty(declaration: FunctionDeclaration): boolean {
  return declaration.getStatementsWithComments().length === 0;
}

function missingPart(part: string): GravenError {
  return new GravenError("GEN-001", `The template of revisions lacks ${part.startsWith("the ") ? part : `\`${part}\``}.`, {
    hint: "Add it, or start again from the template that comes with graven.",
  });
}
