import { sameJson } from "../base/json.ts";
import { byText } from "../base/text.ts";
import { keyOf, splitKey } from "./key.ts";
import { signatureOf, signatureType } from "./object-key.ts";
import type { DatabaseObject, Grant } from "./types.ts";

/** What privileges are on, by the noun of GRANT. A view is a table, an aggregate a function, a domain or an enum a type. */
export type PrivilegeNoun = "table" | "sequence" | "function" | "procedure" | "schema" | "type";

/** Every privilege of a kind of object: https://www.postgresql.org/docs/current/ddl-priv.html. MAINTAIN of version 17 goes with ALL. */
const allOf: Readonly<Record<PrivilegeNoun, readonly string[]>> = {
  table: ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"],
  sequence: ["USAGE", "SELECT", "UPDATE"],
  function: ["EXECUTE"],
  procedure: ["EXECUTE"],
  schema: ["USAGE", "CREATE"],
  type: ["USAGE"],
};

/** What a privilege on columns may be. */
const ofColumns = ["SELECT", "INSERT", "UPDATE", "REFERENCES"] as const;

/** The part of an object's name that its noun reads: `function` has the types of its parameters. */
export function splitTarget(on: string): { readonly noun: PrivilegeNoun; readonly key: string } {
  const future = futureTarget(on);
  if (future) return { noun: future.noun, key: on };
  const space = on.indexOf(" ");
  return { noun: on.slice(0, space) as PrivilegeNoun, key: on.slice(space + 1) };
}

/** What a role gets on things that are yet to be made, and by whom they are: `default tables in audit by app`. */
export interface FutureTarget {
  readonly noun: Exclude<PrivilegeNoun, "procedure">;
  readonly schema?: string;
  /** Absent: whoever runs the revision. */
  readonly by?: string;
}

/** Nothing for a grant on something that stands. https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html */
export function futureTarget(on: string): FutureTarget | undefined {
  const [, noun, schema, by] = /^default (table|sequence|function|schema|type)s(?: in (\S+))?(?: by (\S+))?$/s.exec(on) ?? [];
  return noun === undefined ? undefined : { noun: noun as FutureTarget["noun"], ...(schema !== undefined && { schema }), ...(by !== undefined && { by }) };
}

export function futureText({ noun, schema, by }: FutureTarget): string {
  return `default ${noun}s${schema === undefined ? "" : ` in ${schema}`}${by === undefined ? "" : ` by ${by}`}`;
}

/** What a grant on an object is on; nothing for kinds that have no privileges. */
export function targetOf(object: DatabaseObject): string | undefined {
  switch (object.kind) {
    case "view":
    case "materializedView":
      return `table ${keyOf(object)}`;
    case "sequence":
      return `sequence ${keyOf(object)}`;
    case "function":
    case "aggregate":
      return `function ${keyOf(object)}(${signatureOf(object.parameters)})`;
    case "procedure":
      return `procedure ${keyOf(object)}(${signatureOf(object.parameters)})`;
    case "domain":
    case "compositeType":
    case "rangeType":
      return `type ${keyOf(object)}`;
    default:
      return undefined;
  }
}

/** A target in its one spelling: `TABLE public.job` is `table job`. Nothing where the text names none. */
export function normalTarget(text: string): string | undefined {
  if (futureTarget(text)) return text;
  const match = /^(table|view|sequence|function|procedure|schema|type|domain)\s+(.+)$/is.exec(text.trim());
  if (!match) return undefined;
  const word = match[1]!.toLowerCase();
  const noun = word === "view" ? "table" : word === "domain" ? "type" : (word as PrivilegeNoun);
  const name = noun === "schema" ? match[2]! : match[2]!.replace(/^public\./, "");
  if (noun !== "function" && noun !== "procedure") return `${noun} ${name}`;
  const [, called = name, types] = /^([^(]*)\((.*)\)$/s.exec(name) ?? [];
  return types === undefined ? undefined : `${noun} ${called.trim()}(${typesOf(types).map(signatureType).join(", ")})`;
}

/** What PUBLIC may do with an object of which nothing was granted or revoked. */
export function standardPrivileges(on: string, role: string): readonly string[] {
  const { noun, key } = splitTarget(on);
  // What is said of one schema is added to what holds everywhere.
  if (role !== "public" || futureTarget(on)?.schema !== undefined) return [];
  if (noun === "function" || noun === "procedure") return ["EXECUTE"];
  return noun === "type" || (noun === "schema" && key === "public") ? ["USAGE"] : [];
}

/** A privilege, and the column that it is on. */
export interface Privilege {
  readonly word: string;
  readonly column?: string;
}

/** `SELECT`, `UPDATE (title)`, `ALL (title, body)`: a list of privileges, each on one column at most, ALL told in full. */
export function readPrivileges(on: string, texts: readonly string[]): Privilege[] {
  const { noun } = splitTarget(on);
  return texts.flatMap((text): Privilege[] => {
    const [, head = text, columns] = /^([^(]*)\((.*)\)\s*$/s.exec(text) ?? [];
    const word = head.trim().replace(/\s+/g, " ").toUpperCase();
    const isAll = word === "ALL" || word === "ALL PRIVILEGES";
    if (columns === undefined) return (isAll ? allOf[noun] : [word]).map((each) => ({ word: each }));
    return columnsOf(columns).flatMap((column) => (isAll ? ofColumns : [word]).map((each) => ({ word: each, column })));
  });
}

/** The privileges in one order and one spelling, ALL for all of them. */
export function writePrivileges(on: string, privileges: readonly Privilege[]): string[] {
  const { noun } = splitTarget(on);
  const whole = new Set(privileges.flatMap(({ word, column }) => (column === undefined ? [word] : [])));
  const isAll = allOf[noun].length > 1 && allOf[noun].every((word) => whole.has(word));
  const plain = isAll ? ["ALL"] : [...whole].sort((a, b) => allOf[noun].indexOf(a) - allOf[noun].indexOf(b));
  const onColumns = privileges.flatMap(({ word, column }) => (column === undefined || whole.has(word) ? [] : [`${word} (${columnText(column)})`]));
  return [...plain, ...[...new Set(onColumns)].sort(byText)];
}

/** A grant in its one form. */
export function normalGrant({ grantable, ...grant }: Grant): Grant {
  const on = normalTarget(grant.on) ?? grant.on;
  const name = /^public$/i.test(grant.name) ? "public" : grant.name;
  const further = readPrivileges(on, grantable ?? []);
  const privileges = writePrivileges(on, [...readPrivileges(on, grant.privileges), ...further]);
  return { ...grant, name, on, privileges, ...(further.length && { grantable: writePrivileges(on, further) }) };
}

/** Whether a grant says what holds without it. */
export function isStandard({ on, name, privileges, grantable }: Grant): boolean {
  return !grantable && sameJson(privileges, writePrivileges(on, readPrivileges(on, standardPrivileges(on, name))));
}

/** The words that are no privilege of the object. */
export function strangePrivileges({ on, privileges, grantable = [] }: Grant): string[] {
  const { noun } = splitTarget(on);
  const known = (privilege: Privilege) => (privilege.column === undefined ? [...allOf[noun], ...(noun === "table" ? ["MAINTAIN"] : [])] : noun === "table" ? ofColumns : []).includes(privilege.word as "SELECT");
  return readPrivileges(on, [...privileges, ...grantable]).filter((each) => !known(each)).map(({ word, column }) => (column === undefined ? word : `${word} (${column})`));
}

/** A grant with its privileges mapped; one that is left with none, where it had some, is none. */
export function mapPrivileges(grant: Grant, change: (privilege: Privilege) => Privilege | undefined): Grant | undefined {
  const changed = (texts: readonly string[] = []) => writePrivileges(grant.on, readPrivileges(grant.on, texts).flatMap((each) => change(each) ?? []));
  const privileges = changed(grant.privileges);
  if (sameJson(privileges, grant.privileges)) return grant;
  const further = changed(grant.grantable);
  const { grantable: _, ...rest } = grant;
  return privileges.length ? { ...rest, privileges, ...(further.length && { grantable: further }) } : undefined;
}

/** The grant without what it says of a column; nothing when no more is left of it. */
export function withoutColumn(grant: Grant, column: string): Grant | undefined {
  return mapPrivileges(grant, (privilege) => (privilege.column === column ? undefined : privilege));
}

/** A column's name as it stands in the brackets of a privilege. */
export function columnText(column: string): string {
  return /[",()]/.test(column) ? `"${column.replaceAll('"', '""')}"` : column;
}

function columnsOf(text: string): string[] {
  return [...text.matchAll(/"((?:[^"]|"")*)"|([^",\s][^",]*)/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!.trim());
}

/** Types between commas outside of brackets: `numeric(10,2), text`. */
function typesOf(text: string): string[] {
  const found = text.match(/(?:[^,(]|\([^)]*\))+/g) ?? [];
  return found.map((each) => each.trim()).filter(Boolean);
}

/** Whether a grant is what the server gave by itself when the thing was made, as others of the grants say of all that is yet to be made. */
export function followsFromDefaults(grant: Grant, grants: readonly Grant[]): boolean {
  const { noun, key } = splitTarget(grant.on);
  if (futureTarget(grant.on) || grant.grantable) return false;
  const schema = splitKey(key.replace(/\(.*$/s, "")).schema ?? "public";
  const defaults = grants.filter(({ on, name }) => {
    const future = futureTarget(on);
    return future && name === grant.name && future.noun === (noun === "procedure" ? "function" : noun) && (future.schema === undefined || future.schema === schema);
  });
  const given = new Set(defaults.flatMap(({ on, privileges }) => readPrivileges(on, privileges).map(({ word }) => word)));
  return readPrivileges(grant.on, grant.privileges).every(({ word, column }) => column === undefined && given.has(word)) && grant.privileges.length > 0;
}
