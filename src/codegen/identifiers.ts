import { isIdentifierName } from "./expression.ts";

/** What a constant of a revision file may not be called: words of the language, globals the file uses, and its own names. */
const reservedWords = new Set(
  [
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function",
    "if implements import in instanceof interface let new null package private protected public return static super switch this throw true try",
    "typeof undefined var void while with yield async of as type",
    "Date Uint8Array NaN Infinity op t revision downRevision branchLabels dependsOn upgrade downgrade Operations",
    "bigint binary boolean char check column date double enumeration exclusion expression foreignKey index integer interval json jsonb numeric primaryKey ref requiredRows",
    "real smallint sql sqlType table text time timestamp timestamptz unique uniqueIndex uuid varchar",
  ].flatMap((line) => line.split(" ")),
);

/** Hands out names for constants, each one once. */
export class ConstantNames {
  private readonly taken: Set<string>;

  /** `others` are names that the file uses elsewhere, such as those of a template's own imports. */
  constructor(others: Iterable<string> = []) {
    this.taken = new Set(others);
  }

  /** `listType` for "list_type"; `dateTable` for "date", as `date` makes a column. */
  next(name: string, suffix: string): string {
    const base = camelCase(name) || suffix.toLowerCase();
    const plain = isIdentifierName(base) && !reservedWords.has(base) ? base : `${isIdentifierName(base) ? base : `_${base}`}${suffix}`;
    let free = plain;
    for (let count = 2; this.taken.has(free) || reservedWords.has(free); count++) free = `${plain}${count}`;
    this.taken.add(free);
    return free;
  }
}

/**
 * The properties that stand for columns: their names. A name that JavaScript treats in its own way, a whole number
 * (which moves to the front of an object) or `__proto__`, gets a property of another name beside it.
 */
export function propertyNames(columns: readonly string[]): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const column of columns) {
    let property = column;
    if (isPeculiar(column)) for (property = `column_${column}`; columns.includes(property); property += "_");
    properties.set(column, property);
  }
  return properties;
}

function isPeculiar(name: string): boolean {
  return name === "__proto__" || /^(0|[1-9]\d*)$/.test(name);
}

function camelCase(name: string): string {
  const [first = "", ...rest] = name.match(/[\p{ID_Continue}$]+/gu)?.flatMap((part) => part.split("_")).filter(Boolean) ?? [];
  return [lowerStart(first), ...rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))].join("");
}

/** `userID` from "UserID", `url` from "URL". */
function lowerStart(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.slice(0, 1).toLowerCase() + word.slice(1);
}
