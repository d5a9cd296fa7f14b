import type { ColumnType, ColumnTypeKind } from "../../schema/types.ts";
import type { Flavour } from "./flavours.ts";
import { arrayHint, intervalHint } from "./types.ts";

type Say = (message: string, hint?: string) => void;
type Rules = { readonly [K in ColumnTypeKind]?: (type: Extract<ColumnType, { kind: K }>, flavour: Flavour, say: Say) => void };

/** Characters of four bytes each in a row of 65,535 bytes. */
const longestVarchar = 16_383;
const longestBinary = 65_532;

const fraction = ({ precision = 0 }: { readonly precision?: number }, { title }: Flavour, say: Say): void => {
  if (precision > 6) say(`${title} keeps at most six digits of a second.`, "Use a precision of 6 or less.");
};

const rules: Rules = {
  interval: (_, { title }, say) => say(`${title} has no type for intervals.`, intervalHint),
  array: (_, { title }, say) => say(`${title} has no arrays.`, arrayHint),
  char: ({ length = 1 }, { title }, say) => {
    if (length > 255) say(`A CHAR of ${title} has at most 255 characters.`, "Use varchar(n).");
  },
  varchar: ({ length }, { title }, say) => {
    if (length === undefined) say(`A VARCHAR of ${title} needs a length.`, "Use text(), or varchar(255).");
    else if (length > longestVarchar) say(`A VARCHAR of ${title} has at most ${longestVarchar} characters.`, "Use text().");
  },
  binary: ({ length = 0 }, { title }, say) => {
    if (length > longestBinary) say(`A VARBINARY of ${title} has at most ${longestBinary} bytes.`, "Use binary() without a length.");
  },
  numeric: ({ precision = 1, scale = 0 }, { title }, say) => {
    if (precision > 65 || scale > 30) say(`A DECIMAL has at most 65 digits on ${title}, 30 of them after the point.`, "Use fewer digits.");
  },
  time: fraction,
  timestamp: fraction,
  timestamptz: fraction,
};

/** Says what the server cannot have of a type. */
export function refuseType(flavour: Flavour, type: ColumnType, say: Say): void {
  (rules[type.kind] as ((type: ColumnType, flavour: Flavour, say: Say) => void) | undefined)?.(type, flavour, say);
}
