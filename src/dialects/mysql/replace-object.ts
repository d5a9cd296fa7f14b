import { sameJson } from "../../base/json.ts";
import { referencesIn } from "../../base/sql-references.ts";
import { outputItems } from "../../base/sql-select.ts";
import { applyOperations } from "../../operations/apply.ts";
import { names } from "../../operations/object-references.ts";
import type { Operation } from "../../operations/index.ts";
import type { DatabaseObject, Schema } from "../../schema/types.ts";
import { alterObjectSql } from "./alter-object.ts";
import type { Flavour } from "./flavours.ts";
import { createObjectSql, dropObjectSql, physicalObject } from "./objects.ts";

/** Altered where the server can, replaced where it has OR REPLACE, else dropped and made again. */
export function replaceObjectSql(flavour: Flavour, before: DatabaseObject, after: DatabaseObject): string[] {
  if (sameJson(physicalObject(before), physicalObject(after))) return [];
  const altered = alterObjectSql(before, after);
  if (altered !== undefined) return [altered];
  if (after.kind === "view" || (flavour.orReplace && after.kind !== "raw")) return [createObjectSql(after, "CREATE OR REPLACE")];
  return [dropObjectSql(before), createObjectSql(after)];
}

/** The views and triggers that name what an operation renames: the server leaves their texts as they were, and broken. */
export function followersOf(flavour: Flavour, operation: Operation, before: Schema): string[] {
  if (!Object.keys(before.objects).length) return [];
  const after = applyOperations(before, [operation]).objects;
  const formerly = Object.values(before.objects);
  return Object.values(after).flatMap((object) => {
    if (object.kind !== "view" && object.kind !== "trigger") return [];
    const former = formerly.find((each) => each.kind === object.kind && each.name === object.name);
    const texts = (each: DatabaseObject | undefined) => (each?.kind === "view" ? each.query : each?.kind === "trigger" ? each.body : undefined);
    // The server keeps the names that `*` stood for.
    if (object.kind === "view" && operation.kind === "renameColumn" && readsAllOf(object.query, operation.table)) return [createObjectSql(object, "CREATE OR REPLACE")];
    return former && texts(former) !== texts(object) ? replaceObjectSql(flavour, former, object) : [];
  });
}

function readsAllOf(query: string, table: string): boolean {
  return (outputItems(query) ?? []).some((item) => /^(?:\S+ \. )?\*$/.test(item)) && referencesIn(query).relations.some((relation) => names(relation, table));
}
