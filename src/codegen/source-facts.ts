import type { ts } from "ts-morph";
import type { ImportFact, ReadFact, Reading, SourceFacts } from "../base/source-facts.ts";

type Compiler = typeof ts;

/** What a TypeScript or JavaScript text imports and reads. Parses only: no disk, no library, no type checker. */
export async function sourceFacts(text: string, file: string): Promise<SourceFacts> {
  const { ts: compiler } = await import("ts-morph");
  const source = compiler.createSourceFile(file, text, compiler.ScriptTarget.Latest, true);
  return new FactReader(compiler, source).read();
}

/** One pass over a file. */
class FactReader {
  private readonly imports: ImportFact[] = [];
  private readonly reads: ReadFact[] = [];
  private readonly ts: Compiler;
  private readonly source: ts.SourceFile;
  /** Names that the file declares itself, or imports: they are not the globals of that name. */
  private readonly declared = new Set<string>();
  /** Imported names that read something, under the name that the file gives them. */
  private readonly aliases = new Map<string, string>();

  constructor(compiler: Compiler, source: ts.SourceFile) {
    this.ts = compiler;
    this.source = source;
  }

  read(): SourceFacts {
    this.collectNames(this.source);
    this.visit(this.source, []);
    return { imports: this.imports, reads: this.reads };
  }

  private collectNames(node: ts.Node): void {
    const { ts: compiler } = this;
    if (compiler.isImportDeclaration(node)) this.collectImported(node);
    else if ((compiler.isVariableDeclaration(node) || compiler.isParameter(node) || compiler.isBindingElement(node) || compiler.isFunctionDeclaration(node) || compiler.isClassDeclaration(node)) && node.name && compiler.isIdentifier(node.name)) this.declared.add(node.name.text);
    compiler.forEachChild(node, (child) => this.collectNames(child));
  }

  private collectImported({ importClause, moduleSpecifier }: ts.ImportDeclaration): void {
    const { ts: compiler } = this;
    const module = compiler.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text.replace(/^node:/, "") : "";
    const name = (local: string, path: string) => {
      this.declared.add(local);
      if (modules.has(module)) this.aliases.set(local, `${module}.${path}`.replace(/\.$/, ""));
    };
    if (importClause?.name) name(importClause.name.text, "");
    const bindings = importClause?.namedBindings;
    if (!bindings) return;
    if (compiler.isNamespaceImport(bindings)) name(bindings.name.text, "");
    else for (const each of bindings.elements) name(each.name.text, (each.propertyName ?? each.name).text);
  }

  private visit(node: ts.Node, within: readonly string[]): void {
    const { ts: compiler } = this;
    if (compiler.isImportDeclaration(node)) return this.importOf(node, node.moduleSpecifier, isTypeImport(compiler, node));
    if (compiler.isExportDeclaration(node) && node.moduleSpecifier) return this.importOf(node, node.moduleSpecifier, node.isTypeOnly);
    if (compiler.isImportEqualsDeclaration(node)) return this.importOf(node, compiler.isExternalModuleReference(node.moduleReference) ? node.moduleReference.expression : node, node.isTypeOnly);
    // A type names things that are not there when the file runs.
    if (compiler.isTypeNode(node) || compiler.isInterfaceDeclaration(node) || compiler.isTypeAliasDeclaration(node)) return;
    if (compiler.isCallExpression(node)) return this.call(node, within);
    const reading = this.readingOf(node);
    if (reading) {
      this.readAt(node, reading, within);
      if (compiler.isNewExpression(node)) for (const argument of node.arguments ?? []) this.visit(argument, within);
      return;
    }
    compiler.forEachChild(node, (child) => this.visit(child, within));
  }

  private call(node: ts.CallExpression, within: readonly string[]): void {
    const { ts: compiler } = this;
    const { expression, arguments: given } = node;
    const path = this.pathOf(expression);
    if (expression.kind === compiler.SyntaxKind.ImportKeyword || path === "require" || path === "module.require" || path === "process.getBuiltinModule") this.importOf(node, given[0] ?? node, false);
    const reading = path === "Date" ? "clock" : this.readingOf(expression);
    if (reading) this.readAt(node, reading, within);
    else this.visit(expression, within);
    const inner = path === undefined ? within : [...within, path];
    for (const argument of given) this.visit(argument, inner);
  }

  /** What a name, a property or a `new` reads. */
  private readingOf(node: ts.Node): Reading | undefined {
    const { ts: compiler } = this;
    if (compiler.isNewExpression(node)) {
      const path = this.pathOf(node.expression);
      const count = node.arguments?.length ?? 0;
      // Without arguments it is now; with several it depends on the machine's time zone.
      if (path === "Date") return count === 0 ? "clock" : count > 1 ? "environment" : undefined;
      return path === undefined ? undefined : constructors[path];
    }
    if (compiler.isPropertyAccessExpression(node) || compiler.isElementAccessExpression(node)) return known(this.pathOf(node));
    if (compiler.isBindingElement(node)) return this.unpackedReading(node);
    if (!compiler.isIdentifier(node) || isName(compiler, node)) return undefined;
    const path = this.pathOf(node);
    return path === undefined ? undefined : known(path);
  }

  /** `const { random } = Math`. */
  private unpackedReading(node: ts.BindingElement): Reading | undefined {
    const { ts: compiler } = this;
    const declaration = node.parent.parent;
    const name = node.propertyName ?? node.name;
    if (!compiler.isVariableDeclaration(declaration) || !declaration.initializer || !compiler.isIdentifier(name)) return undefined;
    const path = this.pathOf(declaration.initializer);
    return path === undefined ? undefined : known(`${path}.${name.text}`);
  }

  /** `Math.random` as that text, seen through `globalThis`, `["…"]`, `?.` and parentheses; `undefined` for what is not global. */
  private pathOf(node: ts.Node): string | undefined {
    const { ts: compiler } = this;
    if (compiler.isParenthesizedExpression(node) || compiler.isNonNullExpression(node) || compiler.isAsExpression(node)) return this.pathOf(node.expression);
    if (compiler.isMetaProperty(node)) return "import.meta";
    if (compiler.isIdentifier(node)) {
      const alias = this.aliases.get(node.text);
      if (alias !== undefined) return alias;
      return this.declared.has(node.text) && globals.has(node.text) ? undefined : node.text;
    }
    const property = compiler.isPropertyAccessExpression(node) ? node.name.text : compiler.isElementAccessExpression(node) && compiler.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
    if (property === undefined) return undefined;
    const owner = this.pathOf((node as ts.PropertyAccessExpression).expression);
    if (owner === undefined) return undefined;
    return /^(?:globalThis|global|window|self)$/.test(owner) ? property : `${owner}.${property}`;
  }

  private importOf(node: ts.Node, specifier: ts.Node, isType: boolean): void {
    this.imports.push({ specifier: this.ts.isStringLiteralLike(specifier) ? specifier.text : undefined, isType, ...this.placeOf(node) });
  }

  private readAt(node: ts.Node, of: Reading, within: readonly string[]): void {
    const text = node.getText(this.source).replace(/\s+/g, " ");
    this.reads.push({ of, text: text.length > 60 ? `${text.slice(0, 57)}...` : text, within, ...this.placeOf(node) });
  }

  private placeOf(node: ts.Node): { line: number; column: number } {
    const { line, character } = this.source.getLineAndCharacterOfPosition(node.getStart(this.source));
    return { line: line + 1, column: character + 1 };
  }
}

/** Modules of Node whose names read something. */
const modules: ReadonlySet<string> = new Set(["crypto", "process", "os", "perf_hooks", "http", "https", "net", "dns"]);

const constructors: Readonly<Record<string, Reading>> = { WebSocket: "network", EventSource: "network", XMLHttpRequest: "network" };

/** What paths read; one that ends in a dot stands for all below it. */
const readings: readonly (readonly [path: string, of: Reading])[] = [
  ["Date.now", "clock"],
  ["performance.", "clock"],
  ["perf_hooks.", "clock"],
  ["Temporal.Now.", "clock"],
  ["process.hrtime", "clock"],
  ["process.uptime", "clock"],
  ["Math.random", "randomness"],
  ["crypto.randomUUID", "randomness"],
  ["crypto.randomBytes", "randomness"],
  ["crypto.randomInt", "randomness"],
  ["crypto.getRandomValues", "randomness"],
  ["crypto.webcrypto.", "randomness"],
  ["process.", "environment"],
  ["import.meta.", "environment"],
  ["os.", "environment"],
  ["Bun.", "environment"],
  ["Deno.", "environment"],
  ["navigator.", "environment"],
  ["fetch", "network"],
  ["http.", "network"],
  ["https.", "network"],
  ["net.", "network"],
  ["dns.", "network"],
];

const globals: ReadonlySet<string> = new Set([...readings.map(([path]) => path.split(".")[0]!), ...Object.keys(constructors), "Date", "require", "module", "globalThis", "global", "window", "self"]);

function known(path: string | undefined): Reading | undefined {
  if (path === undefined) return undefined;
  return readings.find(([each]) => (each.endsWith(".") ? path.startsWith(each) : path === each || path.startsWith(`${each}.`)))?.[1];
}

function isTypeImport(compiler: Compiler, { importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const bindings = importClause.namedBindings;
  return !importClause.name && bindings !== undefined && compiler.isNamedImports(bindings) && bindings.elements.length > 0 && bindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** Whether an identifier names something here, and is no value that is read. */
function isName(compiler: Compiler, node: ts.Identifier): boolean {
  const { parent } = node;
  if (compiler.isPropertyAccessExpression(parent)) return parent.name === node;
  if (compiler.isPropertyAssignment(parent) || compiler.isMethodDeclaration(parent) || compiler.isPropertyDeclaration(parent)) return parent.name === node;
  return (compiler.isVariableDeclaration(parent) || compiler.isParameter(parent) || compiler.isBindingElement(parent) || compiler.isFunctionDeclaration(parent) || compiler.isClassDeclaration(parent)) && (parent.name === node || ("propertyName" in parent && parent.propertyName === node));
}
