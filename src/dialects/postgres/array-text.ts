/**
 * The elements of a one-dimensional array's text, `{a,"b c",NULL}`; `undefined` for what is none.
 * https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 */
export function arrayItems(text: string): (string | null)[] | undefined {
  if (!/^\{[\s\S]*\}$/.test(text)) return undefined;
  const inner = text.slice(1, -1);
  if (!inner.trim()) return [];
  const items: (string | null)[] = [];
  const pattern = /\s*(?:"((?:[^"\\]|\\[\s\S])*)"|([^",{}\\\s](?:[^",{}\\]*[^",{}\\\s])?))\s*(,|$)/y;
  while (pattern.lastIndex < inner.length) {
    const match = pattern.exec(inner);
    if (!match) return undefined;
    const [, quoted, plain, end] = match;
    items.push(quoted !== undefined ? quoted.replace(/\\([\s\S])/g, "$1") : /^null$/i.test(plain!) ? null : plain!);
    if (!end) return items;
  }
  return undefined;
}
