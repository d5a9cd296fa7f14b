import { emptySchema } from "../schema/types.ts";
import { importsOf, type Expression } from "./expression.ts";
import { moduleImports, ownNames, refuseClash, type ModuleImport } from "./own-imports.ts";
import { loadFormatter } from "./format.ts";
import { formatFilled } from "./format-filled.ts";
import { rowsRemark, withoutRowLists } from "./format-rows.ts";
import { operationCall } from "./operation.ts";
import { scopeOf, type FileScope } from "./scope.ts";
import type { AnnotatedOperation, EmptyRevision, RevisionSource, WriteOptions } from "./source.ts";
import { commentText, lines } from "./source-file.ts";
import { readTemplate } from "./template-files.ts";
import { fillTemplate, namesIn, places, readTemplateText, type Place } from "./template.ts";

/**
 * The text of a revision file, formatted: recording it gives the same operations again.
 * @example const text = await writeRevision({ message: "add email", revision: id, … }, { prettier: await resolvePrettierConfig(path) });
 */
export async function writeRevision(source: RevisionSource, options: WriteOptions = {}): Promise<string> {
  const text = options.template ?? (await readTemplate("revision.ts"));
  const [template] = await Promise.all([readTemplateText(text, options.template === undefined), loadFormatter()]);
  const printed = printRevision(source, namesIn(text));
  const filled = new Set((Object.keys(places) as Place[]).filter((place) => printed[place].length));
  const skeleton = fillTemplate(template, { source, imports: printed.imports, ownImports: printed.ownImports, filled });
  const { putBack, ...statements } = withoutRowLists(printed);
  return putBack(await formatFilled(skeleton, { stubs: printed.stubs, ...statements }, options.prettier), options.prettier);
}

/** The text of a revision file that a person is going to fill in. */
export function writeEmptyRevision(source: EmptyRevision, options: WriteOptions = {}): Promise<string> {
  return writeRevision({ ...source, upgrade: [], downgrade: [], before: emptySchema, after: emptySchema }, options);
}

/** The statements of each place, and the names they use. */
export type PrintedRevision = { readonly [P in Place]: readonly string[] } & { readonly imports: readonly string[]; readonly ownImports: readonly ModuleImport[] };

/** Prints the operations, not yet formatted. `takenNames` are used elsewhere in the file. */
export function printRevision({ upgrade, downgrade, before, after, declared }: Pick<RevisionSource, "upgrade" | "downgrade" | "before" | "after" | "declared">, takenNames: Iterable<string> = []): PrintedRevision {
  const operationsOf = (annotated: readonly AnnotatedOperation[]) => annotated.map(({ operation }) => operation);
  const ownImports = moduleImports([...operationsOf(upgrade), ...operationsOf(downgrade)]);
  const scope = scopeOf({ upgrade: operationsOf(upgrade), downgrade: operationsOf(downgrade), before, after, declared, takenNames: [...takenNames, ...ownNames(ownImports)] });
  const statements = {
    stubs: scope.constants,
    upgrade: upgrade.map((each, index) => statement(each, index === 0, scope)),
    downgrade: downgrade.map((each, index) => statement(each, index === 0, scope)),
  };
  const code = (expressions: readonly Expression[]) => expressions.map((each) => each.code);
  const imports = importsOf(Object.values(statements).flat());
  refuseClash(ownImports, imports);
  return { stubs: code(statements.stubs), upgrade: code(statements.upgrade), downgrade: code(statements.downgrade), imports, ownImports };
}

/** A call with its comments above it; an empty line sets them off from what stands before. */
function statement({ operation, comments }: AnnotatedOperation, isFirst: boolean, scope: FileScope): Expression {
  const { code, imports } = operationCall(operation, scope);
  const above = comments.flatMap(lines).map((line) => `// ${commentText(line)}`.trimEnd());
  return { code: [...(above.length && !isFirst ? [""] : []), ...above, ...rowsRemark(code), `${code};`].join("\n"), imports };
}
