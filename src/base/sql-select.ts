import { significantTokens, type SqlToken } from "./sql-tokens.ts";

/**
 * The columns that a query gives, each as its expression and name in one spelling; nothing where they cannot be told apart,
 * as in VALUES or after WITH RECURSIVE. Words are in lower case, so that two queries can be compared.
 * @example outputItems("SELECT a, b AS c FROM t") // ["a", "b as c"]
 */
export function outputItems(sql: string): string[] | undefined {
  const tokens = significantTokens(sql);
  let depth = 0;
  let start = -1;
  const items: string[] = [];
  let last = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { text, kind } = tokens[at]!;
    if (text === "(") depth++;
    else if (text === ")") depth--;
    else if (depth === 0 && kind === "word") {
      const word = text.toLowerCase();
      if (start < 0 && word === "select") {
        start = at + 1;
        if (/^(distinct|all)$/i.test(tokens[start]?.text ?? "")) start++;
        // DISTINCT ON (…) is a list of its own.
        if (/^on$/i.test(tokens[start]?.text ?? "")) return undefined;
        last = start;
      } else if (start >= 0 && /^(from|where|group|having|union|intersect|except|order|limit|offset|window|fetch|for|into)$/.test(word) && !/^distinct$/i.test(tokens[at - 1]?.text ?? "")) {
        return [...items, written(tokens.slice(last, at))];
      }
    } else if (depth === 0 && start >= 0 && text === ",") {
      items.push(written(tokens.slice(last, at)));
      last = at + 1;
    }
  }
  return start < 0 ? undefined : [...items, written(tokens.slice(last).filter(({ text }) => text !== ";"))];
}

function written(tokens: readonly SqlToken[]): string {
  return tokens.map(({ text, kind }) => (kind === "word" ? text.toLowerCase() : text)).join(" ");
}
