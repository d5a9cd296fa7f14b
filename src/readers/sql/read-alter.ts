import type { Cursor } from "./cursor.ts";
import type { Name, ObjectChange, ObjectWord, StatementFact } from "./facts.ts";
import { readAlterTable } from "./read-alter-table.ts";
import { readStorage } from "./read-index.ts";
import { readTarget, targetWord } from "./read-target.ts";
import { readMapping } from "./read-others.ts";
import { readSequenceChange } from "./read-sequence.ts";
import { readDefaultPrivileges } from "./read-privileges.ts";
import { readDomainChange, readEnumChange } from "./read-types.ts";

const nothing: StatementFact = { kind: "nothing" };

/** Reads ALTER from the word behind it; ALTER TABLE has a reader of its own. `undefined` for what it does not know. */
export function readAlter(cursor: Cursor, at: number): StatementFact | undefined {
  // Of the server, of storage and of rights.
  if (cursor.looksAt("DEFAULT", "PRIVILEGES")) return readDefaultPrivileges(cursor, at);
  if (cursor.isWord("DATABASE", "ROLE", "USER", "SYSTEM", "GROUP", "TABLESPACE", "DEFAULT", "LANGUAGE", "LARGE", "PROCEDURAL") && !cursor.looksAt("USER", "MAPPING")) return nothing;
  if (cursor.syntax.defaultSchema === undefined && cursor.isWord("SCHEMA")) return nothing;
  if (/\bOWNER\s+TO\s+("[^"]*"|[\w.]+)\s*$/i.test(cursor.lexed.text)) return nothing;
  if (cursor.take("FOREIGN", "TABLE")) return undefined;
  const what = targetWord(cursor);
  if (!what) return undefined;
  const ifExists = cursor.take("IF", "EXISTS");
  if (what === "view" || what === "materializedView") return readAlterView(cursor, at, what, ifExists);
  const name = readTarget(cursor, what);
  if (what === "type") {
    const change = readEnumChange(cursor);
    if (change) return { kind: "alterEnum", at, name, change };
  }
  const change = readChange(cursor, what);
  if (!change || !cursor.isAtEnd) return undefined;
  return { kind: "alterObject", at, what, name, change, ...(ifExists && { ifExists: true }) };
}

function readChange(cursor: Cursor, what: ObjectWord): ObjectChange | undefined {
  if (cursor.take("RENAME", "TO")) return { kind: "rename", to: cursor.name() };
  if (cursor.take("SET", "SCHEMA")) return { kind: "setSchema", schema: cursor.name() };
  if (what === "sequence") return readSequenceChange(cursor);
  if (what === "domain") return readDomainChange(cursor);
  if (what === "textSearchConfiguration") return readMapping(cursor);
  if (what === "index") return readIndexChange(cursor);
  if (what === "statistics" && cursor.take("SET", "STATISTICS")) return { kind: "set", values: { target: cursor.number() } };
  if (what === "eventTrigger") {
    if (cursor.take("DISABLE")) return { kind: "set", values: { enabled: "disabled" } };
    if (cursor.take("ENABLE")) return { kind: "set", values: { enabled: cursor.take("REPLICA") ? "replica" : cursor.take("ALWAYS") ? "always" : null } };
  }
  return undefined;
}

function readIndexChange(cursor: Cursor): ObjectChange | undefined {
  if (cursor.take("ATTACH", "PARTITION")) return { kind: "attachIndex", index: cursor.qualifiedName("the index") };
  if (cursor.take("SET", "TABLESPACE")) return { kind: "set", values: { tablespace: cursor.name() } };
  if (cursor.take("SET")) return { kind: "set", values: { options: readStorage(cursor) } };
  if (cursor.take("RESET")) return readReset(cursor);
  if (cursor.take("ALTER")) {
    cursor.take("COLUMN");
    const part = cursor.number();
    cursor.expect("SET", "STATISTICS");
    return { kind: "indexStatistics", part, target: cursor.number() };
  }
  return undefined;
}

/** Options that go, each as `null`. */
function readReset(cursor: Cursor): ObjectChange {
  return { kind: "set", values: { options: Object.fromEntries(cursor.nameList().map((name) => [name, null])) } };
}

/** A view takes what ALTER TABLE takes, in its own words. */
function readAlterView(cursor: Cursor, at: number, what: "view" | "materializedView", ifExists: boolean): StatementFact | undefined {
  const start = cursor.at;
  const name: Name = cursor.qualifiedName("the view");
  const optional = ifExists && { ifExists: true as const };
  if (cursor.take("RENAME", "TO")) return { kind: "alterObject", at, what, name, change: { kind: "rename", to: cursor.name() }, ...optional };
  if (cursor.take("SET", "SCHEMA")) return { kind: "alterObject", at, what, name, change: { kind: "setSchema", schema: cursor.name() }, ...optional };
  if (cursor.isWord("SET") && cursor.isSymbol("(", 1)) {
    cursor.at++;
    return { kind: "alterObject", at, what, name, change: { kind: "set", values: { options: readStorage(cursor) } }, ...optional };
  }
  if (cursor.isWord("RESET") && cursor.isSymbol("(", 1)) {
    cursor.at++;
    return { kind: "alterObject", at, what, name, change: readReset(cursor), ...optional };
  }
  if (what === "view" && cursor.syntax.delimiterCommand) return undefined;
  cursor.at = start;
  return readAlterTable(cursor, at);
}
