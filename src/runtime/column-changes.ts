import { didYouMean } from "../base/text.ts";
import { ColumnBuilder, type IdentityOptions } from "../models/column.ts";
import type { ColumnChanges } from "../operations/alter-column.ts";
import type { Generated } from "../schema/types.ts";
import type { Arguments } from "./arguments.ts";

type Change = (given: Arguments, value: unknown) => unknown;

/** How each changed property is read; `null`, which removes, is left as it is where it may stand. */
const changes: { readonly [K in keyof ColumnChanges]-?: Change } = {
  type: typeChange,
  using: (given, value) => (typeof value === "string" ? value : sqlText(given, value, "using")),
  nullable: (given, value) => {
    if (typeof value !== "boolean") throw given.wrong("true or false as `nullable`");
    return value;
  },
  default: orNull((_, value) => blank.default(value).declaration.default),
  identity: orNull((_, value) => blank.identity(value as IdentityOptions).declaration.identity),
  autoIncrement: orNull((given, value) => {
    if (value !== true) throw given.wrong("true, or null to remove it, as `autoIncrement`");
    return true;
  }),
  generated: orNull(generatedChange),
  collation: orNull(textChange("collation")),
  comment: orNull(textChange("comment")),
  facts: orNull((given, value) => {
    if (typeof value !== "object") throw given.wrong("an object, or null to remove it, as `facts`");
    return value;
  }),
};

const blank = new ColumnBuilder<any>({ type: { kind: "text" }, trace: {} });

/** `{ type: varchar(80), nullable: false, default: null }` as plain data. */
export function columnChanges(given: Arguments): ColumnChanges {
  const value = given.take();
  if (typeof value !== "object" || value === null) throw given.wrong("an object of changes after the column");
  const plain: Record<string, unknown> = {};
  for (const [key, change] of Object.entries(value)) {
    if (change === undefined) continue;
    const convert = Object.hasOwn(changes, key) ? changes[key as keyof ColumnChanges] : undefined;
    if (!convert) throw given.wrong(`changes among ${Object.keys(changes).join(", ")}`, didYouMean(key, Object.keys(changes)) ?? `There is no "${key}".`);
    plain[key] = convert(given, change);
  }
  if (!Object.keys(plain).length) throw given.wrong("at least one change");
  return plain as ColumnChanges;
}

function typeChange(given: Arguments, value: unknown): unknown {
  const declaration = typeof value === "object" && value !== null && "declaration" in value ? (value as ColumnBuilder).declaration : undefined;
  if (!declaration) throw given.wrong("a builder as `type`, such as varchar(80)");
  const { type, trace: _trace, enumeration: _enumeration, ...more } = declaration;
  const [extra] = Object.keys(more);
  if (extra !== undefined) throw given.wrong("a type alone as `type`", `Say "${extra}" as a change of its own, beside the type.`);
  return type;
}

function generatedChange(given: Arguments, value: unknown): Generated {
  const storage = (value as { storage?: unknown }).storage ?? "stored";
  if (storage !== "stored" && storage !== "virtual") throw given.wrong('"stored" or "virtual" as the storage');
  return { sql: sqlText(given, value, "generated"), storage };
}

function textChange(key: string): Change {
  return (given, value) => {
    if (typeof value !== "string") throw given.wrong(`a text, or null to remove it, as \`${key}\``);
    return value;
  };
}

function sqlText(given: Arguments, value: unknown, key: string): string {
  if (typeof value === "object" && value !== null && "sql" in value && typeof value.sql === "string") return value.sql;
  throw given.wrong(`sql\`…\` as \`${key}\``);
}

function orNull(convert: Change): Change {
  return (given, value) => (value === null ? null : convert(given, value));
}
