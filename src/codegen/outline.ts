import type { Node, SourceFile, SyntaxKind } from "ts-morph";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What filling and editing a revision file needs to know of its text. */
export interface Outline {
  /** Where the first statement begins. */
  readonly firstStatement: number;
  /** The value of a constant at the top of the file. */
  readonly initializer: (name: string) => Span | undefined;
  /** The import from "graven/revision". */
  readonly import: (Span & { readonly names: readonly { readonly text: string; readonly isType: boolean }[] }) | undefined;
  readonly function: (name: string) => FunctionOutline | undefined;
}

export interface FunctionOutline {
  /** Where it begins, with the comments that stand right above it. */
  readonly start: number;
  readonly parameter: (Span & { readonly text: string }) | undefined;
  /** Where a parameter would stand. */
  readonly parameterStart: number;
  /** Where the body begins, after its brace. */
  readonly bodyStart: number;
  /** Where the closing brace of the body stands. */
  readonly bodyEnd: number;
  /** Neither a statement nor a comment is in it. */
  readonly isEmpty: boolean;
}

/** The outline of any revision file or template. Parses without a disk, a library or a type checker. */
export async function outlineOf(text: string): Promise<Outline> {
  const { Project, SyntaxKind } = await import("ts-morph");
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, skipFileDependencyResolution: true });
  return parsedOutline(project.createSourceFile("revision.ts", text), SyntaxKind.OpenParenToken);
}

/** A comment with an empty line below it is not the function's own. */
function startOf(found: Node, text: string): number {
  let start = found.getStart(true);
  for (const comment of found.getLeadingCommentRanges().toReversed()) {
    if (/\n[^\S\n]*\n/.test(text.slice(comment.getEnd(), start))) break;
    start = comment.getPos();
  }
  return start;
}

function parsedOutline(file: SourceFile, openParenthesis: SyntaxKind): Outline {
  const declaration = file.getImportDeclaration((each) => each.getModuleSpecifierValue() === "graven/revision" && !each.getNamespaceImport());
  const isTypeOnly = declaration?.isTypeOnly() ?? false;
  return {
    firstStatement: file.getStatements()[0]?.getStart() ?? 0,
    initializer: (name) => {
      const value = file.getVariableDeclaration(name)?.getInitializer();
      return value && { start: value.getStart(), end: value.getEnd() };
    },
    import: declaration && {
      start: declaration.getStart(),
      end: declaration.getEnd(),
      names: declaration.getNamedImports().map((each) => ({ text: each.getText().replace(/^type\s+/, ""), isType: isTypeOnly || each.isTypeOnly() })),
    },
    function: (name) => {
      const found = file.getFunction(name);
      const body = found?.getBody();
      const parameter = found?.getParameters()[0]?.getNameNode();
      if (!found || !body) return undefined;
      return {
        start: startOf(found, file.getFullText()),
        parameter: parameter && { start: parameter.getStart(), end: parameter.getEnd(), text: parameter.getText() },
        parameterStart: found.getFirstChildByKindOrThrow(openParenthesis).getEnd(),
        bodyStart: body.getStart() + 1,
        bodyEnd: body.getEnd() - 1,
        isEmpty: found.getStatementsWithComments().length === 0,
      };
    },
  };
}

/** The same of the package's own template, whose shape is known: a compiler need not be loaded for it. */
export function ownOutline(text: string): Outline {
  const importLine = /^import type \{ (.*) \} from "graven\/revision";$/m.exec(text);
  const spanOf = (match: RegExpExecArray, part: string): Span => {
    const start = match.index + match[0].indexOf(part, match[0].indexOf("=") + 1);
    return { start, end: start + part.length };
  };
  return {
    firstStatement: importLine?.index ?? 0,
    initializer: (name) => {
      const line = new RegExp(`^export const ${name}\\b.* = (.*);$`, "m").exec(text);
      return line ? spanOf(line, line[1]!) : undefined;
    },
    import: importLine ? { start: importLine.index, end: importLine.index + importLine[0].length, names: importLine[1]!.split(", ").map((each) => ({ text: each, isType: true })) } : undefined,
    function: (name) => {
      const line = new RegExp(`^export function ${name}\\((\\w+): Operations\\) \\{\\}$`, "m").exec(text);
      if (!line) return undefined;
      const start = line.index + line[0].indexOf("(") + 1;
      const bodyEnd = line.index + line[0].length - 1;
      return { start: line.index, parameter: { start, end: start + line[1]!.length, text: line[1]! }, parameterStart: start, bodyStart: bodyEnd, bodyEnd, isEmpty: true };
    },
  };
}
