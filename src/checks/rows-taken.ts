import { sqlTokens, type SqlToken } from "../base/sql-tokens.ts";
import { keyOf } from "../schema/key.ts";

/** The rows of one table that a DELETE or an UPDATE takes, as a query could find them. */
export interface RowsTaken {
  /** As the statement names the table: a key, perhaps in other case. */
  readonly table: string;
  /** How the FROM clause calls the table, as SQL. */
  readonly alias: string;
  readonly from: string;
  readonly condition?: string;
  /** WITH and what follows it, up to the statement. */
  readonly with?: string;
  /** What an UPDATE assigns; nothing where rows are deleted. */
  readonly columns?: readonly string[];
}

/**
 * What a DELETE or an UPDATE takes, of one table or of several: `DELETE FROM a USING b` and `UPDATE a … FROM b` of PostgreSQL,
 * `DELETE a, b FROM a JOIN b …` and `UPDATE a JOIN b …` of MySQL. Nothing where a LIMIT chooses among the rows.
 */
export function rowsTaken(sql: string): readonly RowsTaken[] {
  const clauses = clausesOf(sql);
  if (!clauses || clauses.has("LIMIT")) return [];
  const shared = { ...(clauses.has("WHERE") && { condition: clauses.get("WHERE")! }), ...(clauses.has("WITH") && { with: `WITH ${clauses.get("WITH")!}` }) };
  return clauses.has("DELETE") ? deleted(clauses, shared) : updated(clauses, shared);
}

type Clauses = ReadonlyMap<string, string>;
type Shared = Pick<RowsTaken, "condition" | "with">;

function deleted(clauses: Clauses, shared: Shared): readonly RowsTaken[] {
  const named = referencesIn(clauses.get("DELETE")!.replace(/\b(?:LOW_PRIORITY|QUICK|IGNORE)\b/gi, ""));
  const from = clauses.get("FROM") ?? "";
  const using = clauses.get("USING");
  const first = referencesIn(from);
  // MySQL names the tables first and how they are joined afterwards, either way round.
  if (named.length) return targetsAmong(named, from, shared);
  const joined = using === undefined ? [] : referencesIn(using);
  if (using !== undefined && first.every(({ alias, name }) => alias === name && joined.some((each) => same(each.alias, alias)))) return targetsAmong(first, using, shared);
  const [target] = first;
  return target ? [{ table: target.key, alias: target.text, from: using === undefined ? from : `${from}, ${using}`, ...shared }] : [];
}

function targetsAmong(names: readonly Reference[], from: string, shared: Shared): readonly RowsTaken[] {
  const joined = referencesIn(from);
  return names.flatMap(({ alias }): RowsTaken[] => {
    const target = joined.find((each) => same(each.alias, alias));
    return target ? [{ table: target.key, alias: target.text, from, ...shared }] : [];
  });
}

function updated(clauses: Clauses, shared: Shared): readonly RowsTaken[] {
  const words = (clauses.get("UPDATE") ?? "").replace(/^\s*(?:OR\s+\w+|LOW_PRIORITY|IGNORE)\b/i, "");
  const also = clauses.get("FROM");
  const assigned = assignmentsIn(clauses.get("SET") ?? "");
  const targets = referencesIn(words);
  return targets.flatMap((target): RowsTaken[] => {
    const columns = assigned.filter(({ owner }) => (owner === undefined ? targets.length === 1 : same(owner, target.alias))).map(({ column }) => column);
    return columns.length ? [{ table: target.key, alias: target.text, from: also === undefined ? words : `${words}, ${also}`, columns, ...shared }] : [];
  });
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const opening = ["WITH", "DELETE", "UPDATE"];
const following = ["FROM", "USING", "SET", "WHERE", "RETURNING", "ORDER", "LIMIT"];

/** The clauses of a statement by the word that each begins with, as they are written; nothing where it is neither a DELETE nor an UPDATE. */
function clausesOf(sql: string): Clauses | undefined {
  const clauses = new Map<string, string>();
  let depth = 0;
  let current: string | undefined;
  const tokens = sqlTokens(sql.replace(/;\s*$/, ""));
  for (const [at, { kind, text }] of tokens.entries()) {
    if (text === "(") depth++;
    if (text === ")") depth--;
    const word = kind === "word" && depth === 0 ? text.toUpperCase() : "";
    const begins = clauses.has("DELETE") || clauses.has("UPDATE") ? following.includes(word) && !(word === "USING" && isBracketNext(tokens, at)) : opening.includes(word);
    if (begins && !clauses.has(word)) clauses.set((current = word), "");
    else if (current !== undefined && kind !== "comment") clauses.set(current, clauses.get(current)! + text);
    else if (kind !== "space" && kind !== "comment") return undefined;
  }
  return clauses.has("DELETE") || clauses.has("UPDATE") ? clauses : undefined;
}

/** `JOIN b USING (id)` begins no clause of the statement. */
function isBracketNext(tokens: readonly SqlToken[], at: number): boolean {
  return tokens.slice(at + 1).find(({ kind }) => kind !== "space" && kind !== "comment")?.text === "(";
}

interface Reference {
  /** `users`, `auth.users`. */
  readonly key: string;
  readonly name: string;
  /** What the rest of the statement calls it, and the same as it is written. */
  readonly alias: string;
  readonly text: string;
}

const noAlias = new Set(["ON", "USING", "JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "STRAIGHT_JOIN", "WHERE", "SET", "OUTER", "PARTITION"]);

/** The tables of a FROM clause; subqueries in it are passed over. */
function referencesIn(text: string): Reference[] {
  const tokens = sqlTokens(text).filter(({ kind }) => kind !== "space" && kind !== "comment");
  const found: Reference[] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { text: word } = tokens[at]!;
    if (word === "(") depth++;
    if (word === ")") depth--;
    const previous = at ? tokens[at - 1]!.text.toUpperCase() : ",";
    if (depth === 0 && [",", "JOIN", "ONLY", "LATERAL"].includes(previous) && isName(tokens[at]) && !/^(?:ONLY|LATERAL)$/i.test(word)) found.push(referenceAt(tokens, at));
  }
  return found;
}

const isName = (token: SqlToken | undefined) => token !== undefined && (token.kind === "word" || token.kind === "quoted");

function referenceAt(tokens: readonly SqlToken[], start: number): Reference {
  let at = start;
  while (tokens[at + 1]?.text === "." && isName(tokens[at + 2])) at += 2;
  const [schema, name] = at > start ? [tokens[at - 2]!.value, tokens[at]!.value] : [undefined, tokens[at]!.value];
  const written = tokens.slice(start, at + 1).map(({ text }) => text).join("");
  let next = at + 1;
  // `DELETE a.* FROM …` names a table.
  if (tokens[next]?.text === "." || tokens[next]?.text === "*") next = tokens.length;
  if (tokens[next]?.text.toUpperCase() === "AS") next++;
  const alias = isName(tokens[next]) && !noAlias.has(tokens[next]!.text.toUpperCase()) ? tokens[next] : undefined;
  const key = keyOf({ name, ...(schema !== undefined && schema !== "public" && schema !== "main" && { schema }) });
  return { key, name, alias: alias?.value ?? name, text: alias?.text ?? written };
}

/** The columns that SET assigns, each with the table it names before the dot. */
function assignmentsIn(set: string): { readonly owner?: string; readonly column: string }[] {
  const tokens = sqlTokens(set).filter(({ kind }) => kind !== "space" && kind !== "comment");
  const found: { owner?: string; column: string }[] = [];
  let depth = 0;
  let names: SqlToken[] | undefined = [];
  for (const token of tokens) {
    if (token.text === "(") depth++;
    if (token.text === ")") depth--;
    if (token.text === "," && depth === 0) names = [];
    else if (token.text === "=" && names && depth === 0) {
      for (const part of parted(names)) found.push(part.length > 1 ? { owner: part.at(-2)!.value, column: part.at(-1)!.value } : { column: part[0]!.value });
      names = undefined;
    } else if (names) names.push(token);
  }
  return found;
}

/** `(a, b)` and `t.a` as lists of names. */
function parted(tokens: readonly SqlToken[]): SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  for (const token of tokens) {
    if (token.text === ",") parts.push([]);
    else if (isName(token)) parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length);
}
