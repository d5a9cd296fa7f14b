import { sameJson } from "../../base/json.ts";
import type { DatabaseObject, DatabaseObjectOf } from "../../schema/types.ts";
import { textLiteral } from "./quoting.ts";
import { definer, joined, nameOf, physicalObject, statementText } from "./objects.ts";

/** The statement that gives an object another definition where it stands, with its rights and all that it has counted; nothing where there is none. */
export function alterObjectSql(before: DatabaseObject, after: DatabaseObject): string | undefined {
  // What a sequence has counted stays with it.
  if (before.kind === "sequence" && after.kind === "sequence") return `ALTER SEQUENCE ${nameOf(after)} ${sequenceChanges(before, after)}`;
  if (before.kind === "event" && after.kind === "event") return alterEvent(before, after);
  if ((before.kind === "function" && after.kind === "function") || (before.kind === "procedure" && after.kind === "procedure")) return alterRoutine(before, after);
  // A trigger has no ALTER: https://dev.mysql.com/doc/refman/8.0/en/create-trigger.html
  return undefined;
}

/** Whoever alters an event becomes its definer, unless another is named. https://dev.mysql.com/doc/refman/8.0/en/alter-event.html */
function alterEvent(before: DatabaseObjectOf<"event">, after: DatabaseObjectOf<"event">): string {
  const [present, next] = [physicalObject(before) as typeof before, physicalObject(after) as typeof after];
  const changed = (key: keyof typeof before) => !sameJson(present[key] ?? null, next[key] ?? null);
  const words = joined(
    (changed("schedule") || changed("preserve")) && `ON SCHEDULE ${after.schedule} ON COMPLETION ${after.preserve ? "PRESERVE" : "NOT PRESERVE"}`,
    changed("status") && (after.status === undefined ? "ENABLE" : after.status === "disabled" ? "DISABLE" : "DISABLE ON SLAVE"),
    changed("comment") && `COMMENT ${textLiteral(after.comment ?? "")}`,
    // An event that is to have another definer alone needs a word beside it.
    (changed("body") || (changed("definer") && !["schedule", "preserve", "status", "comment"].some((key) => changed(key as keyof typeof before)))) && `DO\n${statementText(after.body)}`,
  );
  return joined("ALTER", definer(after), `EVENT ${nameOf(after)}`, words);
}

/** The characteristics of a routine; its body and its parameters cannot be altered. https://dev.mysql.com/doc/refman/8.0/en/alter-function.html */
function alterRoutine(before: DatabaseObjectOf<"function" | "procedure">, after: DatabaseObjectOf<"function" | "procedure">): string | undefined {
  const bare = (object: DatabaseObject) => ({ ...physicalObject(object), comment: undefined, dataAccess: undefined, sqlSecurity: undefined });
  if (!sameJson(bare(before), bare(after))) return undefined;
  return joined(
    `ALTER ${after.kind.toUpperCase()} ${nameOf(after)}`,
    before.dataAccess !== after.dataAccess && (after.dataAccess?.toUpperCase() ?? "CONTAINS SQL"),
    before.sqlSecurity !== after.sqlSecurity && `SQL SECURITY ${after.sqlSecurity ? "INVOKER" : "DEFINER"}`,
    (before.comment ?? "") !== (after.comment ?? "") && `COMMENT ${textLiteral(after.comment ?? "")}`,
  );
}

function sequenceChanges(before: DatabaseObjectOf<"sequence">, after: DatabaseObjectOf<"sequence">): string {
  const changed = (key: keyof typeof before) => !sameJson(before[key], after[key]);
  return joined(
    changed("start") && `START ${after.start ?? 1}`,
    changed("increment") && `INCREMENT BY ${after.increment ?? 1}`,
    changed("minValue") && (after.minValue === undefined ? "NO MINVALUE" : `MINVALUE ${after.minValue}`),
    changed("maxValue") && (after.maxValue === undefined ? "NO MAXVALUE" : `MAXVALUE ${after.maxValue}`),
    changed("cache") && `CACHE ${after.cache ?? 1000}`,
    changed("cycle") && (after.cycle ? "CYCLE" : "NOCYCLE"),
  );
}
