import { didYouMean } from "../../base/text.ts";
import { keyOf } from "../../schema/key.ts";
import { objectKey } from "../../schema/object-key.ts";
import { constraintTarget } from "../../schema/remarks.ts";
import type { DatabaseObject, DatabaseObjectKind, DatabaseObjectOf } from "../../schema/types.ts";
import { SqlFault } from "./cursor.ts";
import type { CommentTarget, Name, StatementFact } from "./facts.ts";
import { override, partNamed } from "./fold-alter.ts";
import { kindsOf } from "./fold-object.ts";
import type { TraceAt } from "./fold-table.ts";
import type { WorkObject, WorkSchema } from "./work-schema.ts";

type CommentFact = Extract<StatementFact, { kind: "comment" }>;

/** Puts a comment on what it is on. */
export function foldComment(work: WorkSchema, { on, name, part, text, at }: CommentFact, trace: TraceAt): void {
  if (on === "table" || on === "column") {
    const key = work.find(work.tables, name);
    if (key !== undefined) {
      const table = work.tables.get(key)!;
      if (on === "table") table.comment = text ?? undefined;
      else {
        const column = work.column(table, part!, at);
        const { comment: _, ...rest } = column;
        if (!work.ownColumn(table, part!)) override(table, column, { ...rest, ...(text !== null && { comment: text }) });
        table.columns = table.columns.map((each) => (each === column ? { ...rest, ...(text !== null && { comment: text }) } : each));
      }
      return;
    }
  }
  if (on === "domain constraint") return commentCheck(work, name, part!, text, at);
  if (on === "column") return commentViewColumn(work, name, part!, text, at);
  if (on === "index") {
    for (const table of work.tables.values()) {
      const found = partNamed(work, table, name.name);
      if (found?.kind !== "index") continue;
      table.parts = table.parts.map((each) => (each === found ? commented(found, text) : each));
      return;
    }
    for (const each of work.objects.values()) {
      const view = each.object;
      if (view.kind !== "materializedView" || !view.indexes?.some((one) => one.name === name.name)) continue;
      each.object = { ...view, indexes: view.indexes.map((one) => (one.name === name.name ? commented(one, text) : one)) };
      return;
    }
  }
  const remark = remarkOn(work, on, name, part);
  if (remark !== undefined) {
    const key = objectKey({ kind: "comment", name: remark, text: "" });
    work.objects.delete(key);
    if (text !== null) work.objects.set(key, { object: { kind: "comment", name: remark, text }, trace: trace(at), renamedFrom: undefined });
    return;
  }
  const target: readonly DatabaseObjectKind[] = on === "table" ? ["view", "materializedView"] : on === "constraint" || on === "index" ? [] : kindsOf[on];
  const keys = work.objectsNamed(target, name);
  // A dump comments on the extension of every database as well, which it does not make.
  if (!keys.length && on === "extension") return;
  if (!keys.length) throw commentless(on, at);
  for (const key of keys) {
    const each = work.objects.get(key) as WorkObject;
    const { comment: _, ...rest } = each.object as DatabaseObject & { comment?: string };
    each.object = { ...rest, ...(text !== null && { comment: text }) } as DatabaseObject;
  }
}

function commented<T extends { readonly comment?: string }>(part: T, text: string | null): T {
  const { comment: _, ...rest } = part;
  return { ...rest, ...(text !== null && { comment: text }) } as T;
}

/** What a comment is on that holds none in its own definition: an enum, a schema, a constraint. */
function remarkOn(work: WorkSchema, on: CommentTarget, name: Name, part: string | undefined): string | undefined {
  if (on === "schema") return `schema ${name.name}`;
  if (on === "type") {
    const key = work.find(work.enums, name);
    return key === undefined ? undefined : `type ${key}`;
  }
  if (on !== "constraint") return undefined;
  const table = work.table(name);
  // A name that the database made may be told by now.
  work.settleNames(table);
  return constraintTarget(keyOf({ name: table.name, schema: table.schema }), part!);
}

function commentViewColumn(work: WorkSchema, name: Name, column: string, text: string | null, at: number): void {
  const [key] = work.objectsNamed(["view", "materializedView", "compositeType"], name);
  if (key === undefined) throw work.missing("table", name, [...work.tables.keys()]);
  const each = work.objects.get(key)!;
  const { object } = each;
  if (object.kind === "compositeType") {
    each.object = { ...object, attributes: object.attributes.map((one) => (one.name === column && text !== null ? { ...one, comment: text } : one)) };
  } else if (object.kind === "view" || object.kind === "materializedView") {
    const { [column]: _, ...others } = object.columnComments ?? {};
    each.object = { ...object, columnComments: { ...others, ...(text !== null && { [column]: text }) } };
  } else throw commentless("column", at);
}

function commentCheck(work: WorkSchema, name: Name, check: string, text: string | null, at: number): void {
  const domains = work.objectsNamed(["domain"], name);
  if (!domains.length) throw work.missing("domain", name, []);
  const each = work.objects.get(domains[0]!)!;
  const domain = each.object as DatabaseObjectOf<"domain">;
  if (!domain.checks?.some((one) => one.name === check)) throw new SqlFault(`domain "${name.name}" has no constraint "${check}"`, at, { hint: didYouMean(check, (domain.checks ?? []).map((one) => one.name)) });
  const { [check]: _, ...others } = domain.checkComments ?? {};
  const comments = { ...others, ...(text !== null && { [check]: text }) };
  const { checkComments: __, ...rest } = domain;
  each.object = { ...rest, ...(Object.keys(comments).length && { checkComments: comments }) };
}

function commentless(on: CommentTarget, at: number): SqlFault {
  return new SqlFault(`a comment on this ${on} is not in the model`, at, { isUnknown: true, hint: on === "constraint" || on === "type" || on === "schema" ? "Leave it out, or keep it as a comment of the file." : undefined });
}
