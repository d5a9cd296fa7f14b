import type { ColumnType } from "../../schema/types.ts";
import { utcText } from "../ansi/literal.ts";

/** What a parameter of a statement may be. */
export type BoundValue = string | number | bigint | Uint8Array | null;

/** Turns a column's values into parameters that are kept as its literals would be. */
export function boundValue(type: ColumnType): (value: unknown) => BoundValue {
  if (type.kind === "json" || type.kind === "jsonb") return (value) => (value === null || value === undefined ? null : JSON.stringify(value));
  return (value) => {
    if (typeof value === "string" || typeof value === "number") return value;
    if (value === null || value === undefined) return null;
    if (typeof value === "boolean") return value ? 1 : 0;
    if (value instanceof Date) {
      const text = utcText(value);
      return type.kind === "date" ? text.slice(0, 10) : type.kind === "time" ? text.slice(11) : text;
    }
    return typeof value === "bigint" || value instanceof Uint8Array ? value : JSON.stringify(value);
  };
}
