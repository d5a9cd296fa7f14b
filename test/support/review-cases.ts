import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readAllowances } from "../../src/checks/allowances.ts";
import { branchConflicts } from "../../src/checks/branch-conflicts.ts";
import { ownCodes } from "../../src/checks/own-codes.ts";
import { reviewRevision, type Finding, type RevisionInput, type RevisionReview, type ReviewSettings } from "../../src/checks/review.ts";
import type { Rule, Severity } from "../../src/checks/rule.ts";
import { rules } from "../../src/checks/rules/index.ts";
import { scriptInput } from "../../src/checks/script-input.ts";
import { dialectNames, loadDialect, type DialectName } from "../../src/dialects/index.ts";
import { loadReviewKnowledge } from "../../src/dialects/knowledge.ts";
import { loadModule } from "../../src/modules/load.ts";
import type { Operation } from "../../src/operations/index.ts";
import { readModels } from "../../src/readers/models/read-models.ts";
import type { Operations } from "../../src/runtime/facade.ts";
import { placeOfOperation, record } from "../../src/runtime/recorder.ts";
import type { Schema } from "../../src/schema/types.ts";

const folder = fileURLToPath(new URL("../checks/cases/", import.meta.url));

/** A case of a rule, as a folder of `test/checks/cases/<rule>` holds it. README.md there tells how to write one. */
export interface ReviewCase {
  readonly code: string;
  readonly name: string;
  readonly folder: string;
  /** `revision.ts`, or `change.sql`. */
  readonly file: string;
  readonly source: string;
  /** Whether the rule must report it; it must stay silent where not. */
  readonly reports: boolean;
  readonly dialects: readonly DialectName[];
  /** The server's version, where the case speaks of one. */
  readonly target: string | undefined;
}

export const ruleOf = (code: string): Rule | undefined => rules.find((rule) => rule.code === code);

/** Every case, in the order of the folders. */
export function allReviewCases(): readonly ReviewCase[] {
  return foldersIn(folder).flatMap((code) => foldersIn(join(folder, code)).map((name) => reviewCase(code, name)));
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

function reviewCase(code: string, name: string): ReviewCase {
  const path = join(folder, code, name);
  const file = existsSync(join(path, "change.sql")) ? "change.sql" : "revision.ts";
  const source = readFileSync(join(path, file), "utf8");
  if (!/^(reports|silent)-/.test(name)) throw new Error(`The name of the case ${code}/${name} begins with neither "reports-" nor "silent-".`);
  return { code, name, folder: path, file, source, reports: name.startsWith("reports-"), dialects: dialectsOf(code, source), target: headed(source, "Target") };
}

/** What a case says in the comment that it begins with: `On  postgres, mariadb`. */
function headed(source: string, word: string): string | undefined {
  return new RegExp(`^\\s*(?:\\*|--)\\s*${word}\\s\\s+(.+)$`, "m").exec(source)?.[1]?.trim();
}

function dialectsOf(code: string, source: string): readonly DialectName[] {
  const said = headed(source, "On")?.split(", ");
  if (!said) return ruleOf(code)?.dialects ?? dialectNames;
  for (const name of said) if (!(dialectNames as readonly string[]).includes(name)) throw new Error(`"${name}" is no database.`);
  return said as DialectName[];
}

/** What the review says of a case on one database. A rule that is off by default is turned on. */
export async function reviewOf(each: ReviewCase, name: DialectName, { target = each.target, severity, source = each.source }: { readonly target?: string | undefined; readonly severity?: Severity; readonly source?: string } = {}): Promise<RevisionReview> {
  const [dialect, knowledge] = await Promise.all([loadDialect(name), loadReviewKnowledge(name)]);
  const isOff = ruleOf(each.code)?.severity === "off";
  const severities = severity !== undefined ? { [each.code]: severity } : isOff ? { [each.code]: "warn" as const } : {};
  const settings: ReviewSettings = { rules, severities, on: [{ dialect, knowledge, version: target }] };
  const before = await schemaBefore(each, name);
  const input = each.file === "change.sql" ? scriptInput({ name: each.file, text: source, file: join(each.folder, each.file), before }, settings) : await revisionInput(each, before, source);
  const review = reviewRevision(input, settings);
  return { ...review, findings: [...(await beside(each, input, name)), ...review.findings] };
}

/** The findings that a case is about. */
export async function findingsOf(each: ReviewCase, name: DialectName, options: Parameters<typeof reviewOf>[2] = {}): Promise<readonly Finding[]> {
  return (await reviewOf(each, name, options)).findings.filter(({ code }) => code === each.code);
}

const schemas = new Map<string, Promise<Schema>>();

function schemaBefore(each: ReviewCase, name: DialectName): Promise<Schema> {
  const own = join(each.folder, "before.ts");
  const path = existsSync(own) ? own : join(folder, "before.ts");
  const key = `${name} ${path}`;
  const known = schemas.get(key) ?? loadDialect(name).then(async ({ naming }) => (await readModels([path], load, naming)).schema);
  schemas.set(key, known);
  return known;
}

const load = (path: string) => loadModule(path);

interface CaseModule {
  readonly upgrade: (op: Operations) => void;
  readonly downgrade?: (op: Operations) => void;
}

async function revisionInput(each: ReviewCase, before: Schema, source: string): Promise<RevisionInput> {
  const file = join(each.folder, each.file);
  const { upgrade, downgrade } = (await load(file)) as unknown as CaseModule;
  const back = downgrade && record(downgrade, { path: file }).map(({ operation }) => operation);
  return { revision: each.name, message: "", file, operations: record(upgrade, { path: file }), placeOf: placeOfOperation, before, downgrade: back, hasDowngrade: downgrade !== undefined, allowances: readAllowances(source, "typescript") };
}

/** Conflicts with `beside.ts`, a revision of another branch. */
async function beside(each: ReviewCase, { operations }: RevisionInput, name: DialectName): Promise<Finding[]> {
  const path = join(each.folder, "beside.ts");
  if (!existsSync(path)) return [];
  const ours: readonly Operation[] = operations.map(({ operation }) => operation);
  const theirs = record(((await load(path)) as unknown as CaseModule).upgrade, { path }).map(({ operation }) => operation);
  return branchConflicts(ours, theirs, "beside").map(({ message, index }) => ({ code: ownCodes.branchConflict, severity: "error", message, why: "", operation: index, ...(operations[index]?.place && { place: operations[index]!.place! }), dialects: [name] }));
}
