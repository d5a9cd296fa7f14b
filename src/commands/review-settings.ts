import { GravenError, type Place } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import type { ReviewSettings } from "../checks/review.ts";
import { severities, type Rule, type Severity } from "../checks/rule.ts";
import { dialectNames, loadDialect, type Dialect, type DialectName } from "../dialects/index.ts";
import { loadReviewKnowledge } from "../dialects/knowledge.ts";
import type { LoadedConfig } from "./config.ts";

/** What a project says of its reviews, under `review` in the config. */
export interface ReviewConfig {
  /** Severities by rule: `{ "drop-column": "warn", "timestamptz": "info", "index-dropped": "off" }`. */
  readonly rules?: Readonly<Record<string, Severity>>;
  /** The versions of the servers: `{ postgresql: "14", mysql: "8.0" }`. */
  readonly target?: Readonly<Record<string, string>>;
  /** Rules of the project's own, made with `defineRule`. */
  readonly ownRules?: readonly Rule[];
  /** The main branch: revisions that it has not are reviewed. Default `origin/main`. */
  readonly since?: string;
  /** `gen upgrade` refuses revisions with errors that no comment allows. */
  readonly refuseUpgrade?: boolean;
}

const targetNames: Readonly<Record<string, DialectName>> = { postgresql: "postgres", postgres: "postgres", mysql: "mysql", mariadb: "mariadb", sqlite: "sqlite" };

/** What reviews, imported ahead of the config, as Node 20 is several times slower at importing once TypeScript has been loaded. */
export function importReviewers() {
  return Promise.all([import("../checks/rules/index.ts"), import("../checks/review.ts"), import("./check-frozen.ts"), import("../runtime/recorder.ts"), import("../runtime/revision-module.ts")]);
}

/** The rules and severities in force on these databases. Throws RVW-001 for a rule that nobody knows, RVW-002 for a severity or a target that makes no sense. */
export async function reviewSettings(config: LoadedConfig, dialects: readonly Dialect[]): Promise<ReviewSettings> {
  const { rules: known } = await import("../checks/rules/index.ts");
  const review = config.review ?? {};
  const place = config.file === undefined ? undefined : { file: config.file };
  const rules = [...known, ...(review.ownRules ?? [])];
  for (const rule of review.ownRules ?? []) refuseOddRule(rule, known, place);
  const codes = rules.map(({ code }) => code);
  for (const [code, severity] of Object.entries(review.rules ?? {})) {
    if (!codes.includes(code)) throw new GravenError("RVW-001", `The config names the rule "${code}", which is not known.`, { place, hint: didYouMean(code, codes) ?? "docs/rules.md lists them all." });
    if (!severities.includes(severity)) throw new GravenError("RVW-002", `The severity of rule "${code}" should be ${quotedList(severities, "or")}.`, { place });
  }
  for (const [name, version] of Object.entries(review.target ?? {})) {
    if (!Object.hasOwn(targetNames, name)) throw new GravenError("RVW-002", `The target "${name}" in the config is no database.`, { place, hint: didYouMean(name, Object.keys(targetNames)) ?? `It knows ${quotedList(Object.keys(targetNames))}.` });
    if (!/^\d+(\.\d+)*$/.test(version)) throw new GravenError("RVW-002", `The target ${name} "${version}" is no version.`, { place, hint: 'Write it as in: target: { postgresql: "14" }.' });
  }
  const versionOf = (name: DialectName) => Object.entries(review.target ?? {}).find(([target]) => targetNames[target] === name)?.[1];
  const on = await Promise.all(dialects.map(async (dialect) => ({ dialect, knowledge: await loadReviewKnowledge(dialect.name), version: versionOf(dialect.name) })));
  return { rules, severities: review.rules ?? {}, limits: { lockTimeout: config.lockTimeout, statementTimeout: config.statementTimeout }, on };
}

/** Throws RVW-002 for a rule of the project's own that says too little, or has the code of another one. */
function refuseOddRule(rule: unknown, known: readonly Rule[], place: Place | undefined): void {
  const { code, severity, dialects, title, why } = (typeof rule === "object" && rule !== null ? rule : {}) as Partial<Record<keyof Rule, unknown>>;
  const name = typeof code === "string" ? `"${code}"` : "without a code";
  const odd = [typeof code === "string" ? "" : "code", (severities as readonly unknown[]).includes(severity) ? "" : "severity", Array.isArray(dialects) ? "" : "dialects", typeof title === "string" ? "" : "title", typeof why === "string" ? "" : "why"].filter(Boolean);
  if (odd.length) throw new GravenError("RVW-002", `The rule ${name} in ownRules lacks its ${odd.join(", ")}, or has another kind of value there.`, { place, hint: "Write it with defineRule(…), which knows what a rule has." });
  if (known.some((each) => each.code === code)) throw new GravenError("RVW-002", `The rule ${name} in ownRules has the code of a rule of graven's.`, { place, hint: "Give it another code." });
}

/** The databases that `--dialect` asks for: the project's own, another, or all. The project's own comes first. */
export async function reviewDialects(own: Dialect, asked: string | undefined): Promise<readonly Dialect[]> {
  if (asked === undefined) return [own];
  if (asked === "all") return Promise.all([own.name, ...dialectNames.filter((name) => name !== own.name)].map(loadDialect));
  const names = asked.split(",");
  for (const name of names) if (!(dialectNames as readonly string[]).includes(name)) throw new GravenError("RVW-002", `"${name}" is no database.`, { hint: didYouMean(name, [...dialectNames, "all"]) ?? `It knows ${quotedList([...dialectNames, "all"], "and")}.` });
  return Promise.all(names.map((name) => loadDialect(name as DialectName)));
}
