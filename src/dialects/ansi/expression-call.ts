import type { Expression } from "./expression.ts";
import type { Reader } from "./expression-parse.ts";
import { joinTokens } from "./expression-print.ts";

/** What may stand before the first argument. */
const leads = ["DISTINCT", "ALL", "VARIADIC", "BOTH", "LEADING", "TRAILING"];
/** What may stand in place of a comma. */
const separators = [["FROM"], ["FOR"], ["PLACING"], ["USING"], ["IN"], ["ORDER", "BY"], ["SEPARATOR"], ["SIMILAR"], ["ESCAPE"]] as const;

/** A call whose name and opening bracket are taken. */
export function callFrom(reader: Reader, name: readonly string[]): Expression {
  const values: Expression[] = [];
  const keywords: (string | undefined)[] = [];
  let keyword = leadOf(reader);
  if (!reader.take(")")) {
    for (;;) {
      // POSITION(a IN b) takes no IN operator within its arguments.
      values.push(reader.subquery() ? reader.fail() : reader.expression(name[0] === "position" ? reader.power("IN") + 1 : 0));
      keywords.push(keyword);
      if (reader.take(")")) break;
      keyword = reader.take(",") ? undefined : separatorOf(reader);
    }
  }
  const tail = tailOf(reader);
  return { kind: "call", name, arguments: values, ...(keywords.some((each) => each !== undefined) && { keywords }), ...(tail !== undefined && { tail }) };
}

function leadOf(reader: Reader): string | undefined {
  const lead = leads.find((word) => reader.next() === word && reader.next(1) !== "." && reader.next(1) !== ",");
  if (lead === undefined) return undefined;
  reader.at++;
  return reader.take("FROM") ? `${lead} FROM` : lead;
}

function separatorOf(reader: Reader): string {
  return separators.find((words) => reader.take(...words))?.join(" ") ?? reader.fail();
}

/** `FILTER (…)`, `WITHIN GROUP (…)`, `OVER (…)` or `OVER name`, as they stand. */
function tailOf(reader: Reader): string | undefined {
  const tails: string[] = [];
  for (;;) {
    const word = [["FILTER", "("], ["OVER", "("], ["WITHIN", "GROUP", "("]].find((words) => reader.take(...words));
    if (!word) return tails.length ? tails.join(" ") : undefined;
    tails.push(`${word.slice(0, -1).join(" ")} (${joinTokens(reader.untilClosed())})`);
  }
}
