import type { PrettierOptions } from "./source.ts";
import { list, type Expression } from "./expression.ts";

/** More rows than this stand one a line: a formatter would spread each over as many lines as it has columns. */
const MANY = 50;

/** Around a list of many rows and between them, in code that is not formatted yet. No printed code holds such characters. */
const [START, NEXT, END] = ["\u0002", "\u001f", "\u0003"];
const lists = new RegExp(`${START}([^${END}]*)${END}`, "g");

/** A list of rows; where they are many, marked to be laid out here. */
export function rowList(rows: readonly Expression[]): Expression {
  const { code, imports } = list(rows);
  return rows.length > MANY ? { code: `${START}${rows.map((row) => row.code).join(NEXT)}${END}`, imports } : { code, imports };
}

/** What a formatter is told above a statement with such lists, as it may meet the file again. */
export function rowsRemark(code: string): readonly string[] {
  return code.includes(START) ? ["// prettier-ignore"] : [];
}

/** Statements without their lists of many rows. */
export interface WithoutRowLists {
  readonly upgrade: readonly string[];
  readonly downgrade: readonly string[];
  /** Puts the lists into the formatted text: one row a line, a step further in than the line on which the list begins. */
  readonly putBack: (text: string, options?: PrettierOptions) => string;
}

/** Puts a name in the place of each list of many rows, which a formatter would take long for. */
export function withoutRowLists({ upgrade, downgrade }: { readonly upgrade: readonly string[]; readonly downgrade: readonly string[] }): WithoutRowLists {
  const taken: string[][] = [];
  const name = freeName([...upgrade, ...downgrade]);
  const without = (statements: readonly string[]) => statements.map((text) => text.replace(lists, (_, rows: string) => `${name}${taken.push(rows.split(NEXT)) - 1}_`));
  const result = { upgrade: without(upgrade), downgrade: without(downgrade) };
  return { ...result, putBack: (text, options) => (taken.length ? withRowLists(text, name, taken, options) : text) };
}

function withRowLists(text: string, name: string, taken: readonly (readonly string[])[], { useTabs = false, tabWidth = 2 }: PrettierOptions = {}): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const step = useTabs ? "\t" : " ".repeat(Number(tabWidth));
  const holes = new RegExp(`${name}(\\d+)_`, "g");
  const lines = text.split(end).map((line) => {
    const outer = /^[ \t]*/.exec(line)![0];
    return line.replace(holes, (_, at: string) => ["[", ...taken[Number(at)]!.map((row) => `${outer}${step}${row},`), `${outer}]`].join(end));
  });
  return lines.join(end);
}

/** A name that no statement holds. */
function freeName(statements: readonly string[]): string {
  let name = "graven_rows_";
  while (statements.some((text) => text.includes(name))) name += "_";
  return name;
}
