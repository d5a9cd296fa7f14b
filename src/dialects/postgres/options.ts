import type { Named } from "../../schema/types.ts";
import { textLiteral } from "./quote.ts";

/** `WITH (fillfactor = 70)`; nothing where nothing is said. */
export function withOptions(options: Named<string> | undefined): string | undefined {
  return options && Object.keys(options).length ? `WITH (${Object.entries(options).map(([key, value]) => `${key} = ${optionValue(value)}`).join(", ")})` : undefined;
}

export function optionValue(value: string): string {
  return /^(-?\d+(\.\d+)?|[a-z_]+)$/i.test(value) ? value : textLiteral(value);
}

/** SET and RESET of storage parameters. */
export function optionChanges(subject: string, before: Named<string> = {}, after: Named<string> = {}): string[] {
  const gone = Object.keys(before).filter((key) => !(key in after));
  const set = Object.entries(after).filter(([key, value]) => before[key] !== value);
  return [...(gone.length ? [`ALTER ${subject} RESET (${gone.join(", ")})`] : []), ...(set.length ? [`ALTER ${subject} SET (${set.map(([key, value]) => `${key} = ${optionValue(value)}`).join(", ")})`] : [])];
}
