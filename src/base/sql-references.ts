import { significantTokens, type SqlToken } from "./sql-tokens.ts";

/** A name in SQL with the schema it was qualified by, and the index of its last token among the significant ones. */
export interface NameInSql {
  readonly name: string;
  readonly schema?: string;
  readonly at: number;
}

/** What a statement names, by the place where it stands. Names without quotes are in lower case. */
export interface SqlReferences {
  /** Tables and views: what follows FROM, JOIN, INTO, UPDATE and their commas. Names of common table expressions are none. */
  readonly relations: readonly NameInSql[];
  /** What is called with brackets. */
  readonly functions: readonly NameInSql[];
  /** Every other identifier: columns, aliases, types, words of the language. */
  readonly words: ReadonlySet<string>;
  /** The texts of literals, which may name a sequence or a relation: `nextval('a_id_seq')`. */
  readonly strings: ReadonlySet<string>;
}

const known = new Map<string, SqlReferences>();

/** What a query, a routine's body or an expression names. It needs no grammar: a name that is no object's is no harm. */
export function referencesIn(sql: string): SqlReferences {
  let found = known.get(sql);
  if (!found) {
    // A run sees the same texts over and over; a bound keeps a long-lived process small.
    if (known.size > 20_000) known.clear();
    known.set(sql, (found = scanned(significantTokens(sql))));
  }
  return found;
}

/** One level of brackets. */
interface Level {
  /** A query or a statement stands here, so that FROM begins its tables; in `extract(year FROM x)` it does not. */
  statement: boolean;
  inTables: boolean;
  expecting: boolean;
}

const endsTables = /^(where|group|order|having|limit|offset|fetch|window|union|intersect|except|set|values|returning|select|for|do|when|then|begin|end)$/;
const beginsTable = /^(from|join|into|update|straight_join)$/;
const passedOver = /^(only|lateral|ignore|low_priority|delayed|quick|table)$/;
const notCalled = /^(in|values|and|or|not|as|on|using|exists|any|all|some|over|filter|within|when|then|else|case|from|join|where|select|by|with|union|except|intersect|returning|partition|array|row|is|like|between|having|limit|offset|set|if|elseif|elsif|while|return|check|key|into|do)$/;

function scanned(tokens: readonly SqlToken[]): SqlReferences {
  const relations: NameInSql[] = [];
  const functions: NameInSql[] = [];
  const words = new Set<string>();
  const strings = new Set<string>();
  const ownNames = new Set<string>();
  const levels: Level[] = [{ statement: true, inTables: false, expecting: false }];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const level = levels[levels.length - 1]!;
    if (token.kind === "string") {
      strings.add(token.value);
      // A body in dollar quotes within a statement is SQL of its own.
      continue;
    }
    if (token.text === "(") {
      const next = wordOf(tokens[at + 1]);
      const isQuery = next === "select" || next === "with" || next === "values";
      levels.push({ statement: isQuery || level.expecting, inTables: level.expecting && !isQuery, expecting: level.expecting && !isQuery });
      level.expecting = false;
      continue;
    }
    if (token.text === ")") {
      if (levels.length > 1) levels.pop();
      continue;
    }
    if (token.text === ";") {
      Object.assign(level, { statement: true, inTables: false, expecting: false });
      continue;
    }
    if (token.text === ",") {
      level.expecting = level.inTables;
      continue;
    }
    if (token.kind !== "word" && token.kind !== "quoted") continue;
    const word = wordOf(token);
    if (word !== undefined) {
      if (beginsTable.test(word) && level.statement && !isOfAnExpression(tokens, at, word)) {
        level.inTables = word === "from" || word === "join" || word === "straight_join";
        level.expecting = true;
        continue;
      }
      if (level.expecting && passedOver.test(word) && tokens[at + 1]?.text !== "(") continue;
      if (endsTables.test(word) && tokens[at + 1]?.text !== ".") {
        if (word === "select") level.statement = true;
        level.inTables = level.expecting = false;
        continue;
      }
      // `WITH name AS (` and `, name (a, b) AS (` name what stands in this statement alone.
      if (isCommonTable(tokens, at)) {
        ownNames.add(word);
        continue;
      }
    } else if (isCommonTable(tokens, at)) {
      ownNames.add(token.value);
      continue;
    }
    const { names, last } = qualifiedName(tokens, at);
    const called = tokens[last + 1]?.text === "(" && !(word !== undefined && names.length === 1 && notCalled.test(word));
    const named = nameFrom(names, last);
    if (called) functions.push(named);
    else if (level.expecting) relations.push(named);
    else for (const each of names) words.add(each);
    level.expecting = false;
    at = last;
  }
  return { relations: relations.filter(({ name, schema }) => schema !== undefined || !ownNames.has(name)), functions, words, strings };
}

function nameFrom(names: readonly string[], at: number): NameInSql {
  const [schema, name] = names.slice(-2);
  return name === undefined ? { name: schema!, at } : { schema: schema!, name, at };
}

/** A name with what qualifies it, from the token at which it begins. */
function qualifiedName(tokens: readonly SqlToken[], at: number): { names: string[]; last: number } {
  const names = [identifierOf(tokens[at]!)!];
  let last = at;
  while (tokens[last + 1]?.text === "." && identifierOf(tokens[last + 2]) !== undefined) {
    last += 2;
    names.push(identifierOf(tokens[last])!);
  }
  return { names, last };
}

/** `IS DISTINCT FROM`, `ON UPDATE`, `FOR UPDATE`, `BEFORE UPDATE` name no table. */
function isOfAnExpression(tokens: readonly SqlToken[], at: number, word: string): boolean {
  const previous = wordOf(tokens[at - 1]);
  if (word === "from") return previous === "distinct" && wordOf(tokens[at - 2]) !== "select";
  if (word === "update") return previous !== undefined && /^(on|for|before|after|of|or|key)$/.test(previous);
  return false;
}

function isCommonTable(tokens: readonly SqlToken[], at: number): boolean {
  const previous = tokens[at - 1];
  if (wordOf(previous) !== "with" && wordOf(previous) !== "recursive" && previous?.text !== ",") return false;
  let next = at + 1;
  if (tokens[next]?.text === "(") {
    while (next < tokens.length && tokens[next]!.text !== ")") next++;
    next++;
  }
  if (wordOf(tokens[next]) !== "as") return false;
  const after = wordOf(tokens[next + 1]);
  return tokens[next + 1]?.text === "(" || after === "materialized" || after === "not";
}

function wordOf(token: SqlToken | undefined): string | undefined {
  return token?.kind === "word" ? token.value.toLowerCase() : undefined;
}

/** The name as the database folds it; an upper-case one of MySQL and SQLite is found by its lower case as well. */
function identifierOf(token: SqlToken | undefined): string | undefined {
  if (token?.kind === "quoted") return token.value;
  return wordOf(token);
}
