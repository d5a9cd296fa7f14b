import { GravenError } from "../base/errors.ts";
import { byText } from "../base/text.ts";
import { isGroup, type Operation } from "../operations/index.ts";

/** The names that a file imports from one of the project's own modules. */
export interface ModuleImport {
  readonly from: string;
  readonly names: readonly string[];
}

/** What the operations of the project's own need imported. Throws GEN-008 where two modules give the same name. */
export function moduleImports(operations: readonly Operation[]): readonly ModuleImport[] {
  const modules = new Map<string, Set<string>>();
  for (const { name, from } of definitionsIn(operations)) modules.set(from, (modules.get(from) ?? new Set()).add(name));
  const found = [...modules].map(([from, names]): ModuleImport => ({ from, names: [...names].sort(byText) })).sort((a, b) => byText(a.from, b.from));
  const names = ownNames(found);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw clash(twice, "two modules export an operation of that name");
  return found;
}

export function ownNames(imports: readonly ModuleImport[]): readonly string[] {
  return imports.flatMap(({ names }) => names);
}

/** Throws GEN-008 where an operation is called like a builder that the file uses too. */
export function refuseClash(imports: readonly ModuleImport[], builders: readonly string[]): void {
  const both = ownNames(imports).find((name) => builders.includes(name));
  if (both !== undefined) throw clash(both, "the file imports that name from graven/revision");
}

/** `import { grantRead } from "#operations";` */
export function importLine({ from, names }: ModuleImport): string {
  return `import { ${names.join(", ")} } from ${JSON.stringify(from)};`;
}

/** What a template does not import by itself. */
export function unimported(template: string, imports: readonly ModuleImport[]): readonly ModuleImport[] {
  const own = [...template.matchAll(/^import \{([^}]*)\} from ["']([^"']+)["']/gm)].map(([, names = "", from]) => ({ from, names: names.split(",").map((name) => name.trim()) }));
  const isThere = (from: string, name: string) => own.some((each) => each.from === from && each.names.includes(name));
  return imports.map(({ from, names }) => ({ from, names: names.filter((name) => !isThere(from, name)) })).filter(({ names }) => names.length);
}

function definitionsIn(operations: readonly Operation[]): readonly Extract<Operation, { kind: "own" }>["definition"][] {
  return operations.flatMap((operation) => (operation.kind === "own" ? [operation.definition] : isGroup(operation) ? definitionsIn(operation.operations) : []));
}

function clash(name: string, reason: string): GravenError {
  return new GravenError("GEN-008", `The operation "${name}" cannot stand in the revision file: ${reason}.`, { hint: "Give it another name." });
}
