import { columnText, type PrivilegeNoun } from "../../schema/privileges.ts";
import type { Cursor } from "./cursor.ts";
import type { Name, PrivilegesFact, StatementFact } from "./facts.ts";
import { readTarget } from "./read-target.ts";

/** Rights on what is no part of a schema: roles, databases, what is yet to be made. */
const outside: StatementFact = { kind: "privileges" };

const nouns: readonly (readonly [string, PrivilegeNoun])[] = [
  ["TABLE", "table"],
  ["SEQUENCE", "sequence"],
  ["FUNCTION", "function"],
  ["PROCEDURE", "procedure"],
  ["ROUTINE", "function"],
  ["SCHEMA", "schema"],
  ["TYPE", "type"],
  ["DOMAIN", "type"],
];

const whole: readonly (readonly [string, PrivilegeNoun])[] = [
  ["TABLES", "table"],
  ["SEQUENCES", "sequence"],
  ["FUNCTIONS", "function"],
  ["PROCEDURES", "procedure"],
  ["ROUTINES", "function"],
];

/**
 * Reads GRANT or REVOKE of PostgreSQL from its first word on. https://www.postgresql.org/docs/current/sql-grant.html
 * Elsewhere rights are no part of a schema.
 */
export function readPrivilegeStatement(cursor: Cursor): StatementFact {
  if (cursor.syntax.defaultSchema === undefined) return outside;
  return readGrant(cursor, cursor.offset);
}

const future: readonly (readonly [string, PrivilegeNoun])[] = [...whole.filter(([, noun]) => noun !== "procedure"), ["SCHEMAS", "schema"], ["TYPES", "type"]];

/** Reads ALTER DEFAULT PRIVILEGES from DEFAULT on. https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html */
export function readDefaultPrivileges(cursor: Cursor, at: number): StatementFact {
  cursor.expect("DEFAULT", "PRIVILEGES");
  const names = () => {
    const found: string[] = [];
    do found.push(cursor.name("a name"));
    while (cursor.takeSymbol(","));
    return found;
  };
  let schemas: readonly string[] = [];
  let madeBy: readonly (string | undefined)[] = [undefined];
  while (cursor.isWord("FOR", "IN")) {
    if (cursor.take("IN", "SCHEMA")) schemas = names();
    else {
      cursor.expect("FOR");
      cursor.takeOne("ROLE", "USER");
      madeBy = names().map((name) => (/^(?:current_user|current_role|session_user)$/i.test(name) ? undefined : name));
    }
  }
  return readGrant(cursor, at, { schemas, madeBy });
}

function readGrant(cursor: Cursor, at: number, defaults?: Required<Pick<PrivilegesFact, "schemas" | "madeBy">>): StatementFact {
  const verb = cursor.takeOne("GRANT", "REVOKE") === "GRANT" ? "grant" : "revoke";
  const optionOnly = verb === "revoke" && cursor.take("GRANT", "OPTION", "FOR");
  const privileges: string[] = [];
  while (!cursor.isAtEnd && !cursor.isWord("ON", "TO", "FROM")) {
    const start = cursor.at;
    while (!cursor.isAtEnd && !cursor.isSymbol(",") && !cursor.isSymbol("(") && !cursor.isWord("ON", "TO", "FROM")) cursor.next();
    const word = cursor.textFrom(start);
    privileges.push(cursor.isSymbol("(") ? `${word} (${cursor.nameList().map(columnText).join(", ")})` : word);
    cursor.takeSymbol(",");
  }
  // Without ON it is a role that is given to a role.
  if (!cursor.take("ON")) return outside;
  const noun = defaults && future.find(([word]) => cursor.take(word))?.[1];
  const target = defaults ? noun && { noun, names: [], ...defaults } : readOn(cursor, at);
  if (!target) return outside;
  cursor.expect(verb === "grant" ? "TO" : "FROM");
  const roles: string[] = [];
  do {
    cursor.take("GROUP");
    roles.push(cursor.isWord("PUBLIC") ? (cursor.next(), "public") : cursor.name("a role"));
  } while (cursor.takeSymbol(","));
  const grantable = (verb === "grant" && cursor.take("WITH", "GRANT", "OPTION")) || optionOnly;
  if (cursor.take("GRANTED", "BY")) cursor.next();
  cursor.takeOne("CASCADE", "RESTRICT");
  cursor.expectEnd("this");
  return { kind: "privileges", statement: { verb, at, privileges, ...target, roles, ...(grantable && { grantable: true }) } };
}

function readOn(cursor: Cursor, at: number): Pick<PrivilegesFact, "noun" | "names" | "schemas"> | undefined {
  if (cursor.take("ALL")) {
    const noun = whole.find(([word]) => cursor.take(word))?.[1];
    if (noun === undefined || !cursor.take("IN", "SCHEMA")) return undefined;
    const schemas: string[] = [];
    do schemas.push(cursor.name("a schema"));
    while (cursor.takeSymbol(","));
    return { noun, names: [], schemas };
  }
  if (cursor.looksAt("LARGE", "OBJECT") || cursor.looksAt("FOREIGN", "SERVER") || cursor.looksAt("FOREIGN", "DATA") || (cursor.isWord("DATABASE", "LANGUAGE", "TABLESPACE", "PARAMETER") && cursor.peek(1)?.kind !== "symbol" && !["TO", "FROM"].includes(cursor.peek(1)?.value ?? ""))) return undefined;
  // A bare name is a table's.
  const noun = nouns.find(([word]) => cursor.peek(1) !== undefined && !["TO", "FROM"].includes(cursor.peek(1)!.value) && !cursor.isSymbol(".", 1) && !cursor.isSymbol(",", 1) && cursor.take(word))?.[1] ?? "table";
  const names: Name[] = [];
  do names.push({ ...readTarget(cursor, noun === "function" || noun === "procedure" ? "routine" : "table"), at });
  while (cursor.takeSymbol(","));
  return { noun, names };
}
