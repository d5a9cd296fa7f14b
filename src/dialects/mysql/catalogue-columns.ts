import { withoutAbsent } from "../../schema/edit.ts";
import type { Column, ColumnFacts, ColumnType, Default, Generated } from "../../schema/types.ts";
import { isNumeric, normalDefault } from "./defaults.ts";
import type { Flavour } from "./flavours.ts";
import { unescaped } from "./quoting.ts";
import { normalType } from "./types.ts";

/** A column as information_schema.COLUMNS has it. */
export type ColumnRow = {
  readonly table_name: string;
  readonly name: string;
  readonly default_value: string | null;
  readonly nullable: "YES" | "NO";
  readonly type: string;
  readonly collation: string | null;
  readonly extra: string;
  readonly expression: string | null;
  readonly comment: string;
};

interface ColumnContext {
  readonly tableCollation: string;
  /** The column is the text that stands for JSON. */
  readonly isJson: boolean;
}

/** A column from its row. */
export function readColumn(flavour: Flavour, row: ColumnRow, { tableCollation, isJson }: ColumnContext): Column {
  const type = isJson ? ({ kind: "json" } as const) : normalType(flavour, { kind: "sql", sql: row.type });
  const generated = generatedOf(flavour, row);
  return withoutAbsent<Column>({
    name: row.name,
    type,
    nullable: row.nullable === "YES",
    default: generated ? undefined : defaultOf(flavour, row, type),
    identity: undefined,
    autoIncrement: /\bauto_increment\b/i.test(row.extra) ? true : undefined,
    generated,
    collation: isJson || row.collation === null ? undefined : collationOf(row.collation, tableCollation),
    comment: row.comment === "" ? undefined : row.comment,
    facts: factsFrom(row),
  });
}

function factsFrom(row: ColumnRow): ColumnFacts | undefined {
  const facts = withoutAbsent<ColumnFacts>({
    onUpdate: /\bon update (current_timestamp(?:\(\d*\))?)/i.exec(row.extra)?.[1]?.toLowerCase(),
    invisible: /\binvisible\b/i.test(row.extra) ? true : undefined,
    withoutSystemVersioning: /\bwithout system versioning\b/i.test(row.extra) ? true : undefined,
    rowPeriod: rowPeriodFrom(row),
  });
  return Object.keys(facts).length ? facts : undefined;
}

/** `ROW START` and `ROW END` stand where another column has its expression. */
function rowPeriodFrom({ expression }: ColumnRow): ColumnFacts["rowPeriod"] {
  return /^row (start|end)$/i.exec(expression ?? "")?.[1]?.toLowerCase() as ColumnFacts["rowPeriod"];
}

/** A new table is utf8mb4, so a column that inherits another charset must say so. */
function collationOf(collation: string, tableCollation: string): string | undefined {
  return collation === tableCollation && collation.startsWith("utf8mb4_") ? undefined : collation;
}

function generatedOf(flavour: Flavour, row: ColumnRow): Generated | undefined {
  const { extra, expression } = row;
  const storage = /\b(stored|virtual|persistent) generated\b/i.exec(extra)?.[1]?.toLowerCase();
  if (storage === undefined || expression === null || rowPeriodFrom(row)) return undefined;
  return { sql: flavour.expressionsAreEscaped ? unescaped(expression) : expression, storage: storage === "virtual" ? "virtual" : "stored" };
}

function defaultOf(flavour: Flavour, { default_value, extra }: ColumnRow, type: ColumnType): Default | undefined {
  if (default_value === null) return undefined;
  if (flavour.defaultsAreSql) return normalDefault(flavour, { sql: default_value }, type);
  if (/\bdefault_generated\b/i.test(extra)) return normalDefault(flavour, { sql: unescaped(default_value) }, type);
  // A bare literal: bits and bytes look like SQL, everything else is the text itself.
  const isSql = isNumeric(type) || /^b'[01]*'$/.test(default_value) || (type.kind === "binary" && /^0x/i.test(default_value));
  return normalDefault(flavour, isSql ? { sql: default_value } : { value: default_value }, type);
}
