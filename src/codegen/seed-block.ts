import { GravenError } from "../base/errors.ts";
import { seedOperation, seedStub, undoSeed } from "../operations/seed-block.ts";
import type { Schema } from "../schema/types.ts";
import { formatSource } from "./format.ts";
import { outlineOf, type FunctionOutline, type Outline } from "./outline.ts";
import { printRevision } from "./revision.ts";
import type { PrettierOptions } from "./source.ts";
import { withEdits, type Edit } from "./source-file.ts";
import { namesIn } from "./template.ts";

/**
 * A revision file with an empty seed block for a table: a stub, an `op.bulkInsert` without rows at the end of `upgrade`, and what takes
 * them back at the start of `downgrade`. Everything else stays byte for byte. Throws GEN-004 where the file has no `upgrade`.
 * @example await addSeedBlock(text, { table: "role", schema, prettier })
 */
export async function addSeedBlock(text: string, { table, schema, prettier }: { readonly table: string; readonly schema: Schema; readonly prettier?: PrettierOptions | undefined }): Promise<string> {
  const outline = await outlineOf(text);
  const upgrade = outline.function("upgrade");
  if (!upgrade || !outline.import) throw new GravenError("GEN-004", `The revision file has no ${upgrade ? 'import from "graven/revision"' : "function `upgrade`"}.`, { hint: "Write it in the usual form; `gen revision` shows it." });
  const operation = seedOperation(schema, table);
  const printed = printRevision({ upgrade: [{ operation, comments: ["seed: rows are checked against the stub"] }], downgrade: undoSeed(operation).map((each) => ({ operation: each, comments: [] })), before: schema, after: schema, declared: [seedStub(schema, table)] }, namesIn(text));
  const stubs = (await formatSource(printed.stubs.join("\n"), prettier)).trimEnd();
  const downgrade = outline.function("downgrade");
  return withEdits(text, [
    ...importEdit(text, outline.import, printed.imports),
    { start: upgrade.start, end: upgrade.start, text: `${stubs}\n\n` },
    ...(await inserted(text, upgrade, printed.upgrade, upgrade.bodyEnd, prettier)),
    ...(downgrade ? await inserted(text, downgrade, printed.downgrade, downgrade.bodyStart, prettier) : []),
  ]);
}

/** The names that are missing, behind those that are there; an import of types alone becomes one of values. */
function importEdit(text: string, { start, end, names }: NonNullable<Outline["import"]>, imports: readonly string[]): readonly Edit[] {
  const present = names.map(({ text: name, isType }) => (isType ? `type ${name}` : name));
  const missing = [...imports, ...(present.includes("type Operations") ? [] : ["type Operations"])].filter((name) => !present.includes(name));
  if (!missing.length) return [];
  const rest = /^import(?:\s+type)?\s*\{[^}]*\}([\s\S]*)$/.exec(text.slice(start, end))?.[1] ?? ' from "graven/revision";';
  return [{ start, end, text: `import { ${[...present, ...missing].join(", ")} }${rest}` }];
}

/** Calls within a function, indented as its other lines are, under the name that it gives to `op`. */
async function inserted(text: string, found: FunctionOutline, statements: readonly string[], at: number, prettier: PrettierOptions | undefined): Promise<readonly Edit[]> {
  if (!statements.length) return [];
  const { parameter, bodyStart, bodyEnd, isEmpty } = found;
  const body = text.slice(bodyStart, bodyEnd);
  const indent = /\n([ \t]+)\S/.exec(body)?.[1] ?? "  ";
  const name = parameter?.text ?? "op";
  const formatted = await formatSource(statements.map((each) => each.replace(/^op\./m, `${name}.`)).join("\n"), prettier);
  const code = formatted.trimEnd().split("\n").map((line) => (line ? indent + line : line)).join("\n");
  const isOneLine = !body.includes("\n");
  const edit: Edit =
    at === bodyEnd
      ? { start: bodyStart + body.trimEnd().length, end: bodyEnd, text: `\n${isEmpty ? "" : "\n"}${code}\n` }
      : { start: bodyStart, end: bodyStart + (isOneLine ? body.length - body.trimStart().length : 0), text: `\n${code}${isOneLine ? `\n${body.trim() ? indent : ""}` : ""}` };
  return [...(parameter ? [] : [{ start: found.parameterStart, end: found.parameterStart, text: "op: Operations" }]), edit];
}
