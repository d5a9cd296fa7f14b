import type { EventTrigger, Rule, ScheduledEvent, Trigger, TriggerEvent } from "../../schema/types.ts";
import type { Cursor } from "./cursor.ts";
import type { CreateObjectFact, Name } from "./facts.ts";
import { readDeferrable } from "./read-constraint.ts";
import { objectFact, readCall, readUpTo, type Head } from "./read-object.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads CREATE TRIGGER of any database from its name on. */
export function readTrigger(cursor: Cursor, head: Head): CreateObjectFact {
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const { name } = cursor.qualifiedName("the trigger's name");
  const isPostgres = cursor.syntax.features.has("enumTypes");
  const timing = cursor.take("INSTEAD", "OF") ? "instead of" : cursor.takeOne("AFTER") ? "after" : (cursor.takeOne("BEFORE"), "before" as const);
  const events = readEvents(cursor);
  cursor.expect("ON");
  const table: Name = cursor.qualifiedName("the table");
  const trigger: Mutable<Trigger> = { kind: "trigger", name, table: "", timing, events };
  if (head.definer !== undefined) trigger.definer = head.definer;
  if (head.constraint) trigger.constraint = cursor.take("FROM") ? { from: nameText(cursor) } : {};
  const { deferrable } = readDeferrable(cursor);
  if (deferrable) trigger.constraint = { ...trigger.constraint, deferrable };
  if (cursor.take("REFERENCING")) trigger.referencing = readReferencing(cursor);
  const isRow = cursor.take("FOR", "EACH", "ROW") || cursor.take("FOR", "ROW");
  if (!isRow && (cursor.take("FOR", "EACH", "STATEMENT") || cursor.take("FOR", "STATEMENT") || isPostgres)) trigger.forEach = "statement";
  if (cursor.take("WHEN")) trigger.when = readUpTo(cursor, "EXECUTE", "BEGIN");
  if (isPostgres) {
    cursor.expect("EXECUTE");
    if (!cursor.takeOne("FUNCTION", "PROCEDURE")) throw cursor.fault("FUNCTION is missing here");
    trigger.execute = readCall(cursor);
    cursor.expectEnd("this");
  } else if (cursor.syntax.delimiterCommand) {
    const word = cursor.takeOne("FOLLOWS", "PRECEDES");
    if (word) trigger.order = word === "FOLLOWS" ? { follows: cursor.name() } : { precedes: cursor.name() };
    trigger.body = cursor.rest();
  } else trigger.body = readBlock(cursor);
  return objectFact(trigger, head, ifNotExists, undefined, table);
}

/** SQLite: the statements between BEGIN and END. */
function readBlock(cursor: Cursor): string {
  const begin = cursor.peek();
  cursor.expect("BEGIN");
  cursor.rest();
  const end = cursor.lexed.tokens[cursor.at - 1]!;
  if (end.kind !== "word" || end.value !== "END") throw cursor.fault("END is missing");
  return cursor.lexed.text.slice(begin!.end, end.at).trim();
}

function readEvents(cursor: Cursor): TriggerEvent[] {
  const events: TriggerEvent[] = [];
  do {
    const word = cursor.takeOne("INSERT", "UPDATE", "DELETE", "TRUNCATE");
    if (!word) throw cursor.fault("INSERT, UPDATE or DELETE is missing here");
    const event = word.toLowerCase() as TriggerEvent["event"];
    if (!cursor.take("OF")) events.push({ event });
    else {
      const columns = [cursor.name("a column")];
      while (cursor.takeSymbol(",")) columns.push(cursor.name("a column"));
      events.push({ event, columns });
    }
  } while (cursor.take("OR"));
  return events;
}

function readReferencing(cursor: Cursor): NonNullable<Trigger["referencing"]> {
  let referencing: NonNullable<Trigger["referencing"]> = {};
  for (let word = cursor.takeOne("OLD", "NEW"); word; word = cursor.takeOne("OLD", "NEW")) {
    cursor.expect("TABLE");
    cursor.take("AS");
    referencing = { ...referencing, [word.toLowerCase()]: cursor.name() };
  }
  return referencing;
}

function nameText(cursor: Cursor): string {
  const { schema, name } = cursor.qualifiedName("a table");
  return schema === undefined || schema === cursor.syntax.defaultSchema ? name : `${schema}.${name}`;
}

/** Reads CREATE RULE from its name on. */
export function readRule(cursor: Cursor, head: Head): CreateObjectFact {
  const name = cursor.name("the rule's name");
  cursor.expect("AS", "ON");
  const event = cursor.takeOne("SELECT", "INSERT", "UPDATE", "DELETE");
  if (!event) throw cursor.fault("SELECT, INSERT, UPDATE or DELETE is missing here");
  cursor.expect("TO");
  const table: Name = cursor.qualifiedName("the table");
  const where = cursor.take("WHERE") ? readUpTo(cursor, "DO") : undefined;
  cursor.expect("DO");
  const instead = cursor.takeOne("INSTEAD", "ALSO") === "INSTEAD";
  const rule: Rule = { kind: "rule", name, table: "", event: event.toLowerCase() as Rule["event"], ...(where !== undefined && { where }), ...(instead && { instead: true }), action: cursor.take("NOTHING") ? "NOTHING" : cursor.rest() };
  cursor.expectEnd("this");
  return objectFact(rule, head, false, undefined, table);
}

/** Reads CREATE EVENT TRIGGER from its name on. */
export function readEventTrigger(cursor: Cursor, head: Head): CreateObjectFact {
  const name = cursor.name("the event trigger's name");
  cursor.expect("ON");
  const event = cursor.name("the event");
  const tags: string[] = [];
  if (cursor.take("WHEN")) {
    cursor.expect("TAG", "IN");
    for (const part of cursor.brackets().parts()) tags.push(part.string());
  }
  cursor.expect("EXECUTE");
  cursor.takeOne("FUNCTION", "PROCEDURE");
  const trigger: EventTrigger = { kind: "eventTrigger", name, event, ...(tags.length && { tags }), execute: readCall(cursor) };
  cursor.expectEnd("this");
  return objectFact(trigger, head);
}

/** Reads CREATE EVENT of MySQL and MariaDB from its name on. */
export function readEvent(cursor: Cursor, head: Head): CreateObjectFact {
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const { name } = cursor.qualifiedName("the event's name");
  cursor.expect("ON", "SCHEDULE");
  const from = cursor.at;
  while (!cursor.isAtEnd && !cursor.isWord("ON", "ENABLE", "DISABLE", "COMMENT", "DO")) cursor.skip();
  const event: Mutable<ScheduledEvent> = { kind: "event", name, schedule: cursor.textFrom(from), body: "" };
  for (;;) {
    if (cursor.take("ON", "COMPLETION", "PRESERVE")) event.preserve = true;
    else if (cursor.take("ON", "COMPLETION", "NOT", "PRESERVE") || cursor.takeOne("ENABLE")) continue;
    else if (cursor.take("DISABLE", "ON", "SLAVE") || cursor.take("DISABLE", "ON", "REPLICA")) event.status = "disabled on replica";
    else if (cursor.take("DISABLE")) event.status = "disabled";
    else if (cursor.take("COMMENT")) event.comment = cursor.string();
    else break;
  }
  cursor.expect("DO");
  event.body = cursor.rest();
  if (head.definer !== undefined) event.definer = head.definer;
  return objectFact(event, head, ifNotExists);
}
