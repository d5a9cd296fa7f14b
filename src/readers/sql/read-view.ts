import type { MaterializedView, View } from "../../schema/types.ts";
import { renamedFrom } from "./annotations.ts";
import type { Cursor } from "./cursor.ts";
import type { CreateObjectFact } from "./facts.ts";
import { readStorage } from "./read-index.ts";
import { objectFact, type Head } from "./read-object.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads CREATE VIEW from its name on. */
export function readView(cursor: Cursor, head: Head): CreateObjectFact {
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const { at: _, ...name } = cursor.qualifiedName("the view's name");
  const view: Mutable<View> = { kind: "view", ...name, query: "", ...head.view };
  if (cursor.isSymbol("(")) view.columns = cursor.nameList();
  if (cursor.take("WITH")) view.options = readStorage(cursor);
  cursor.expect("AS");
  const { query, checkOption } = readQuery(cursor);
  view.query = query;
  if (checkOption) view.checkOption = checkOption;
  if (head.definer !== undefined) view.definer = head.definer;
  return objectFact(view, head, ifNotExists, renamedFrom(head.comments, head.at));
}

/** Reads CREATE MATERIALIZED VIEW from its name on. */
export function readMaterializedView(cursor: Cursor, head: Head): CreateObjectFact {
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const { at: _, ...name } = cursor.qualifiedName("the view's name");
  const view: Mutable<MaterializedView> = { kind: "materializedView", ...name, query: "" };
  if (cursor.isSymbol("(")) view.columns = cursor.nameList();
  if (cursor.take("USING")) view.accessMethod = cursor.name();
  if (cursor.take("WITH")) view.options = readStorage(cursor);
  if (cursor.take("TABLESPACE")) view.tablespace = cursor.name();
  cursor.expect("AS");
  view.query = readQuery(cursor).query;
  return objectFact(view, head, ifNotExists, renamedFrom(head.comments, head.at));
}

/** The query up to the end, without the CHECK OPTION or the word on DATA behind it. */
function readQuery(cursor: Cursor): { query: string; checkOption?: "local" | "cascaded" } {
  const from = cursor.at;
  const first = cursor.peek();
  if (!first) throw cursor.fault("the view's query is missing here");
  const text = cursor.rest();
  const words = cursor.lexed.tokens.slice(Math.max(from, cursor.at - 4), cursor.at).map(({ kind, value }) => (kind === "word" ? value : ""));
  const tail = words.join(" ");
  const cut = (count: number) => cursor.lexed.text.slice(first.at, cursor.lexed.tokens[cursor.at - count - 1]!.end);
  if (/\bWITH LOCAL CHECK OPTION$/.test(tail)) return { query: cut(4), checkOption: "local" };
  if (/\bWITH CASCADED CHECK OPTION$/.test(tail)) return { query: cut(4), checkOption: "cascaded" };
  if (/\bWITH CHECK OPTION$/.test(tail)) return { query: cut(3), checkOption: "cascaded" };
  if (/\bWITH NO DATA$/.test(tail)) return { query: cut(3) };
  if (/\bWITH DATA$/.test(tail)) return { query: cut(2) };
  return { query: text };
}
