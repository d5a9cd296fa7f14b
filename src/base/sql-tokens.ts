/** One piece of SQL text. `value` is the identifier's name or the string's content; for other pieces the text itself. */
export interface SqlToken {
  readonly kind: "word" | "quoted" | "string" | "number" | "symbol" | "space" | "comment";
  readonly text: string;
  readonly value: string;
}

const SYMBOLS = ["<->", "-|-", "@@", "@?", "?|", "?&", "#-", "&<", "&>", "<<", ">>", "^@", "::", "->>", "->", "#>>", "#>", "<=>", "<>", "<=", ">=", "!=", "||", "&&", "@>", "<@", "!~~*", "!~~", "~~*", "!~*", "~~", "!~", "~*", ":="];
const PATTERN = new RegExp(
  [
    "(?<space>\\s+)",
    "(?<comment>--[^\\n]*|/\\*[\\s\\S]*?\\*/)",
    "(?<string>[eE]'(?:[^'\\\\]|\\\\[\\s\\S]|'')*'|(?:[bBxXnN])?'(?:[^']|'')*'|\\$(?<tag>[A-Za-z_]\\w*|)\\$[\\s\\S]*?\\$\\k<tag>\\$)",
    '(?<quoted>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\\[[A-Za-z_][^\\]\\[]*\\])',
    "(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)",
    "(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)",
    `(?<symbol>${SYMBOLS.map((symbol) => symbol.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")}|[\\s\\S])`,
  ].join("|"),
  "uy",
);

/**
 * Splits SQL text of any of our dialects into pieces; joined again they give the same text.
 * An unclosed quote becomes single symbols: the text belongs to the author, and the database will tell.
 */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  PATTERN.lastIndex = 0;
  let match: RegExpExecArray | null;
  while (PATTERN.lastIndex < sql.length && (match = PATTERN.exec(sql))) {
    const groups = match.groups!;
    const text = match[0];
    if (groups["word"] !== undefined) tokens.push({ kind: "word", text, value: text });
    else if (groups["quoted"] !== undefined) {
      const previous = tokens.findLast((token) => token.kind !== "space" && token.kind !== "comment");
      // `a[i]` is a subscript; `[name]` is SQLite's bracket quoting only where a name may begin.
      if (text[0] === "[" && previous && isOperandEnd(previous)) {
        tokens.push({ kind: "symbol", text: "[", value: "[" });
        PATTERN.lastIndex = match.index + 1;
      } else tokens.push({ kind: "quoted", text, value: unquoted(text) });
    } else if (groups["string"] !== undefined) tokens.push({ kind: "string", text, value: stringValue(text) });
    else if (groups["number"] !== undefined) tokens.push({ kind: "number", text, value: text });
    else if (groups["space"] !== undefined) tokens.push({ kind: "space", text, value: text });
    else if (groups["comment"] !== undefined) tokens.push({ kind: "comment", text, value: text });
    else tokens.push({ kind: "symbol", text, value: text });
  }
  return tokens;
}

/** A statement in one spelling: white space, comments, the case of words, needless quotes and a last semicolon make no difference. */
export function normalStatement(sql: string): string {
  const texts = withoutPublic(significantTokens(sql)).map(({ kind, text, value }) => (kind === "word" ? text.toLowerCase() : kind === "quoted" && /^[a-z_][a-z0-9_]*$/.test(value) ? value : text));
  while (texts.at(-1) === ";") texts.pop();
  return texts.join(" ");
}

/**
 * Significant tokens without `public.`, which PostgreSQL's dumps write before a name and its catalogue does not; `OPERATOR(public.~)`
 * is the bare operator.
 */
export function withoutPublic(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const isPublic = (at: number) => /^(?:public|pg_catalog)$/i.test(tokens[at]?.value ?? "") && /^(?:word|quoted)$/.test(tokens[at]!.kind) && tokens[at + 1]?.text === "." && tokens[at - 1]?.text !== ".";
  if (!tokens.some((_, at) => isPublic(at))) return tokens;
  const bare: SqlToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (/^operator$/i.test(tokens[at]!.text) && tokens[at + 1]?.text === "(" && isPublic(at + 2)) {
      const close = tokens.findIndex(({ text }, place) => place > at && text === ")");
      bare.push(...tokens.slice(at + 4, close));
      at = close;
    } else if (isPublic(at)) at++;
    else bare.push(tokens[at]!);
  }
  return bare;
}

/** The tokens without white space and comments. */
export function significantTokens(sql: string): SqlToken[] {
  return sqlTokens(sql).filter((token) => token.kind !== "space" && token.kind !== "comment");
}

/**
 * Renames a column within an expression: identifiers that equal it, that are no function's name and no other table's column.
 * `tables` are the names by which the column's own table may be qualified. A renamed identifier keeps its quotes, or gets none.
 */
export function renameInSql(sql: string, from: string, to: string, tables: readonly string[] = []): string {
  const tokens = sqlTokens(sql);
  const significant = tokens.map((token, index) => ({ token, index })).filter(({ token }) => token.kind !== "space" && token.kind !== "comment");
  const replaced = tokens.map((token) => token.text);
  significant.forEach(({ token, index }, at) => {
    if (!names(token, from)) return;
    if (significant[at + 1]?.token.text === "(") return;
    if (significant[at - 1]?.token.text === "::") return;
    if (significant[at - 1]?.token.text === ".") {
      const qualifier = significant[at - 2]?.token;
      if (!qualifier || !tables.some((table) => names(qualifier, table))) return;
    }
    replaced[index] = requoted(token, to);
  });
  return replaced.join("");
}

/** Renames a table within an expression: where its name stands before a column, as in `job.title`. */
export function renameTableInSql(sql: string, from: string, to: string): string {
  const tokens = sqlTokens(sql);
  const significant = tokens.map((token, index) => ({ token, index })).filter(({ token }) => token.kind !== "space" && token.kind !== "comment");
  const replaced = tokens.map((token) => token.text);
  significant.forEach(({ token, index }, at) => {
    if (!names(token, from) || significant[at + 1]?.token.text !== "." || significant[at - 1]?.token.text === ".") return;
    replaced[index] = requoted(token, to);
  });
  return replaced.join("");
}

/** Renames a table within a query: at the given tokens, counted among the significant ones, and where its name stands before a column. */
export function renameRelationInSql(sql: string, relations: readonly { readonly at: number; readonly schema?: string }[], from: string, to: { readonly name: string; readonly schema?: string }): string {
  if (!relations.length) return sql;
  const tokens = sqlTokens(sql);
  const significant = tokens.map((token, index) => ({ token, index })).filter(({ token }) => token.kind !== "space" && token.kind !== "comment");
  const replaced = tokens.map((token) => token.text);
  for (const { at, schema } of relations) {
    const { token, index } = significant[at]!;
    replaced[index] = requoted(token, to.name);
    if (schema === undefined) {
      if (to.schema !== undefined) replaced[index] = `${requoted(token, to.schema)}.${replaced[index]}`;
      continue;
    }
    const qualifier = significant[at - 2]!;
    replaced[qualifier.index] = requoted(qualifier.token, to.schema ?? "public");
  }
  const places = new Set(relations.map(({ at }) => at));
  significant.forEach(({ token, index }, at) => {
    if (places.has(at) || !names(token, from) || significant[at + 1]?.token.text !== "." || significant[at - 1]?.token.text === ".") return;
    replaced[index] = requoted(token, to.name);
  });
  return replaced.join("");
}

/** Replaces every name in a type's text that equals `from`. */
export function replaceName(sql: string, from: string, to: string): string {
  return sqlTokens(sql).map((token) => (names(token, from) ? requoted(token, to) : token.text)).join("");
}

/** Replaces the name of a function where it is called. */
export function replaceCall(sql: string, from: string, to: string): string {
  const tokens = sqlTokens(sql);
  return tokens.map((token, at) => (names(token, from) && tokens.slice(at + 1).find(({ kind }) => kind !== "space" && kind !== "comment")?.text === "(" ? requoted(token, to) : token.text)).join("");
}

/** The identifiers an expression may be using as columns: every name that is no word of the language, no function and no cast's type. */
export function identifiersIn(sql: string): Set<string> {
  const tokens = significantTokens(sql);
  const found = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.kind !== "word" && token.kind !== "quoted") return;
    if (token.kind === "word" && keywords.has(token.value.toLowerCase())) return;
    if (tokens[at + 1]?.text === "(" || tokens[at - 1]?.text === "::") return;
    found.add(token.value);
  });
  return found;
}

function names(token: SqlToken, name: string): boolean {
  if (token.kind === "quoted") return token.value === name;
  return token.kind === "word" && !keywords.has(token.value.toLowerCase()) && token.value.toLowerCase() === name.toLowerCase();
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Bare words that are part of an expression's own language: a column of this name stands there in quotes. */
const keywords = words("all and any as asc between both by case cast collate cross current_date current_time current_timestamp desc distinct div else end escape exists false for from glob group having ilike in interval into is isnull join leading like limit not notnull null on or order over regexp rlike row select separator similar some symmetric then to trailing true union unknown using values when where with xor");

/** Words that one database or another does not take for a column without quotes. */
const reserved = words(
  "add alter analyze array asymmetric authorization autoincrement before begin binary call change char character check column commit condition constraint continue convert create current current_role current_user cursor database databases default deferrable deferred delete describe do double drop each enclosed except explain fetch float foreign freeze full fulltext function grant groups if ignore immediate index initially inner inout insert int integer intersect key keys kill lateral left line load localtime localtimestamp lock long match natural numeric of off offset only option out outer overlaps partition placing plan primary procedure range rank read real recursive references release rename replace returning revoke right rollback rows schema session_user set show smallint sql system table transaction trigger unique unlock update usage use user varchar variadic verbose view virtual window write",
);

/** Whether a bare word may not stand for a column in an expression. */
function needsQuotes(name: string): boolean {
  return !/^[a-z_][a-z0-9_]*$/.test(name) || keywords.has(name) || reserved.has(name);
}

function requoted(token: SqlToken, name: string): string {
  const open = token.kind === "quoted" ? token.text[0]! : "";
  if (open === "[") return `[${name}]`;
  if (open) return `${open}${name.replaceAll(open, open + open)}${open}`;
  // PostgreSQL folds a bare name to lower case.
  return needsQuotes(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

function isOperandEnd(token: SqlToken): boolean {
  return token.kind === "quoted" || token.text === ")" || token.text === "]" || (token.kind === "word" && !/^(select|where|and|or|not|when|then|else|on|by|in|is|case|distinct|between|like)$/i.test(token.text));
}

function unquoted(text: string): string {
  const open = text[0]!;
  const inner = text.slice(1, -1);
  return open === "[" ? inner : inner.replaceAll(open + open, open);
}

function stringValue(text: string): string {
  if (text[0] === "$") return text.slice(text.indexOf("$", 1) + 1, text.lastIndexOf("$", text.length - 2));
  const start = text.indexOf("'");
  return text.slice(start + 1, -1).replaceAll("''", "'");
}
