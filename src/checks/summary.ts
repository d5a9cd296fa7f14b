import { counted } from "../base/text.ts";
import { keyOf } from "../schema/key.ts";
import type { Judgement } from "./judge.ts";
import type { RevisionInput } from "./review.ts";
import { stepsByOperation } from "./walk.ts";
import { operationPhrase, phraseText, statementPhrase, type Phrase } from "./words.ts";

/** How many things one sentence tells; what weighs least is counted only. */
const TOLD = 6;

/** The revision in a sentence or two: what it does to what, and whether it can be undone. Its length is bounded, however long the revision. */
export function summaryOf(judgement: Judgement, { downgrade, hasDowngrade, isScript, operations: given }: RevisionInput): string {
  const { operations, walk } = judgement;
  const back = isScript || !hasDowngrade || downgrade?.some(({ kind }) => kind === "irreversible") ? "There is no way back." : "There is a way back.";
  if (!given.length) return `It does nothing. ${back}`;
  return `It ${sentence(phrasesOf(judgement)) || "leaves the schema as it is"}, in ${counted(operations.length, "operation")} and ${counted(walk.steps.length, "statement")}. ${back}`;
}

/** Every phrase in its order; what is done to a table of the revision's own is part of making it. */
function phrasesOf({ operations, walk }: Judgement): readonly Phrase[] {
  const stepsOf = stepsByOperation(walk.steps);
  const made = new Set<string>();
  return operations.flatMap(({ operation, before, index }): Phrase[] => {
    const done = operation.kind === "execute" ? (stepsOf.get(index) ?? []) : [{ operations: [operation], before, statement: undefined }];
    return done.flatMap((step) => {
      if (step.statement && !step.operations.length) return statementPhrase(step.statement) ?? [];
      return step.operations.flatMap((each) => {
        if (each.kind === "createTable") made.add(keyOf(each.table));
        else if ("table" in each && !("rows" in each) && made.has(each.table)) return [];
        return operationPhrase(each, step.before) ?? [];
      });
    });
  });
}

function sentence(phrases: readonly Phrase[]): string {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const key = [phrase.verb, phrase.noun, phrase.end].join("\0");
    const group = groups.get(key);
    if (group) group.push(phrase);
    else groups.set(key, [phrase]);
  }
  const all = [...groups.values()];
  const heaviest = all.toSorted((a, b) => b[0]!.weight - a[0]!.weight).slice(0, TOLD);
  const told = all.filter((group) => heaviest.includes(group)).map(phraseText);
  const rest = all.filter((group) => !heaviest.includes(group)).reduce((sum, group) => sum + group.length, 0);
  if (rest) told.push(`changes ${counted(rest, "other thing")}`);
  return told.length > 1 ? `${told.slice(0, -1).join(", ")} and ${told.at(-1)}` : (told[0] ?? "");
}
