import { sqlTokens, type SqlToken } from "./sql-tokens.ts";

/** One statement of a script, without its semicolon. */
export interface ScriptStatement {
  readonly text: string;
  /** The line of the script on which it begins, from 1. */
  readonly line: number;
  /** Its tokens without white space and comments. */
  readonly tokens: readonly SqlToken[];
}

/**
 * The statements of a script. A semicolon within brackets, quotes, or the body of a trigger or routine ends none.
 * @example splitStatements("CREATE TABLE a (x int); DROP TABLE b").map(({ text }) => text)
 */
export function splitStatements(sql: string): readonly ScriptStatement[] {
  const statements: ScriptStatement[] = [];
  let text = "";
  let tokens: SqlToken[] = [];
  let line = 1;
  let start = 1;
  let brackets = 0;
  let bodies = 0;
  const end = () => {
    if (tokens.length) statements.push({ text: text.trim(), line: start, tokens });
    [text, tokens, brackets, bodies] = ["", [], 0, 0];
  };
  for (const token of sqlTokens(sql)) {
    const isSignificant = token.kind !== "space" && token.kind !== "comment";
    if (isSignificant && token.text === ";" && brackets === 0 && bodies === 0) {
      end();
      continue;
    }
    if (isSignificant) {
      if (!tokens.length) [start, text] = [line, ""];
      tokens.push(token);
      if (token.text === "(") brackets++;
      else if (token.text === ")") brackets = Math.max(0, brackets - 1);
      else if (token.kind === "word") bodies = Math.max(0, bodies + bodyStep(token, tokens));
    }
    text += token.text;
    line += token.text.split("\n").length - 1;
  }
  end();
  return statements;
}

/**
 * Whether a word opens or closes a body, within CREATE TRIGGER and its like, and ALTER EVENT, alone. BEGIN and CASE open one, END closes it. IF, LOOP, REPEAT and
 * WHILE open one where a statement of MySQL may begin: `IF a THEN b; END IF` needs no BEGIN around it.
 */
function bodyStep(token: SqlToken, tokens: readonly SqlToken[]): number {
  const word = token.text.toUpperCase();
  if (!/^(BEGIN|CASE|END|IF|LOOP|REPEAT|WHILE)$/.test(word) || !isRoutine(tokens)) return 0;
  const previous = tokens.at(-2)?.text.toUpperCase() ?? "";
  if (word === "END") return -1;
  // END IF closes what IF has opened.
  if (previous === "END") return 0;
  if (word === "BEGIN" || word === "CASE") return 1;
  if (/^(FOLLOWS|PRECEDES)$/i.test(tokens.at(-3)?.text ?? "")) return 1;
  return /^(ROW|;|THEN|ELSE|BEGIN|DO|LOOP|REPEAT|:)$/.test(previous) ? 1 : 0;
}

function isRoutine(tokens: readonly SqlToken[]): boolean {
  const first = tokens[0]?.text.toUpperCase();
  if (first !== "CREATE" && first !== "ALTER") return false;
  // Of what is altered, an event alone is given another body.
  const kinds = first === "CREATE" ? /^(trigger|function|procedure|event)$/i : /^event$/i;
  return tokens.slice(1, 8).some(({ kind, text }) => kind === "word" && kinds.test(text));
}

/** The statements of a text, each without its semicolon. A compound statement that stands by itself (BEGIN … END) is left whole. */
export function sqlStatements(sql: string): readonly string[] {
  return leadingWords(sql, 1)[0] === "begin" ? [sql] : splitStatements(sql).map(({ text }) => text);
}

/** The first words of a statement in lower case, such as `create unique index`; comments do not count. */
export function leadingWords(sql: string, count: number): readonly string[] {
  const words: string[] = [];
  for (const { kind, text } of sqlTokens(sql.length > 4000 ? sql.slice(0, 4000) : sql)) {
    if (kind === "space" || kind === "comment") continue;
    if (kind !== "word" || words.length === count) break;
    words.push(text.toLowerCase());
  }
  return words;
}

/** Whether a text is surely one statement, which another may follow. At a glance: it may be too narrow, never too wide. */
export function isSurelyOne(sql: string): boolean {
  return sql.trim() !== "" && !/;|--|\/\*/.test(sql);
}
