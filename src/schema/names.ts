import { shortHash } from "../base/hash.ts";
import type { TablePartKind } from "./types.ts";

/** What a name is made from. */
export interface NameRequest {
  readonly kind: TablePartKind;
  readonly table: string;
  /** Columns in order; an expression part of an index counts as `expr`. */
  readonly columns: readonly string[];
  /** Foreign keys: the table and columns pointed at. */
  readonly referredTable?: string;
  readonly referredColumns?: readonly string[];
  /** The name an author gave, where a convention wraps it (`ck_%(table_name)s_%(constraint_name)s`). */
  readonly constraintName?: string;
  /** Unique index in place of a plain one. */
  readonly unique?: boolean;
}

/** Makes a name; `taken` answers whether a name is in use where it must be unique. */
export type NameMaker = (request: NameRequest, taken: (name: string) => boolean) => string;

/** The keys and tokens of Alembic's naming conventions, as templates. */
export interface NamingConvention {
  readonly pk?: string;
  readonly uq?: string;
  readonly fk?: string;
  readonly ck?: string;
  readonly ix?: string;
  readonly ex?: string;
}

const conventionKeys = { primaryKey: "pk", unique: "uq", foreignKey: "fk", check: "ck", index: "ix", exclusion: "ex" } satisfies Record<TablePartKind, keyof NamingConvention>;
const suffixes = { primaryKey: "pkey", unique: "key", foreignKey: "fkey", check: "check", index: "idx", exclusion: "excl" } satisfies Record<TablePartKind, string>;

/**
 * PostgreSQL's own default names (`users_email_key`), with its numbering of doubles (`users_email_key1`).
 * A revision file leaves such a name out, as this function is part of what the file means and never changes.
 */
export const standardName: NameMaker = ({ kind, table, columns }, taken) => {
  const base = [table, ...(kind === "primaryKey" ? [] : columns), suffixes[kind]].join("_");
  return numbered(base, taken, (name, count) => `${name}${count}`, 1);
};

/** The first of `base`, `join(base, first)`, `join(base, first + 1)` … that is free. */
export function numbered(base: string, taken: (name: string) => boolean, join: (base: string, count: number) => string, first: number): string {
  let name = base;
  for (let count = first; taken(name); count++) name = join(base, count);
  return name;
}

/** A name maker that follows a convention where it has a template, and `fallback` elsewhere. */
export function conventionName(convention: NamingConvention, fallback: NameMaker): NameMaker {
  return (request, taken) => {
    const template = convention[conventionKeys[request.kind]];
    if (template === undefined) return fallback(request, taken);
    const base = template.replace(/%\((\w+)\)s/g, (_, token: string) => tokenValue(token, request));
    return numbered(base, taken, (name, count) => `${name}_${count}`, 2);
  };
}

/** The tokens that `conventionName` understands, with `0` for any index. */
export const namingTokens = ["table_name", "column_0_name", "column_0_label", "column_0N_name", "column_0_N_name", "referred_table_name", "referred_column_0_name", "constraint_name"] as const;

/** Whether a convention's template uses tokens that exist; returns those that do not. */
export function unknownTokens(template: string): string[] {
  return [...template.matchAll(/%\((\w+)\)s/g)].map((match) => match[1]!).filter((token) => !(namingTokens as readonly string[]).includes(token.replace(/_\d+_(name|label)$/, "_0_$1")));
}

function tokenValue(token: string, request: NameRequest): string {
  const column = /^(referred_)?column_(\d+)_(name|label)$/.exec(token);
  if (column) {
    const columns = column[1] ? (request.referredColumns ?? []) : request.columns;
    const name = columns[Number(column[2])] ?? "";
    return column[3] === "label" ? `${request.table}_${name}` : name;
  }
  switch (token) {
    case "table_name":
      return request.table;
    case "column_0N_name":
      return request.columns.join("");
    case "column_0_N_name":
      return request.columns.join("_");
    case "referred_table_name":
      return request.referredTable ?? "";
    case "constraint_name":
      return request.constraintName ?? request.columns.join("_");
    default:
      return "";
  }
}

/** A name within `limit` bytes: too long a one keeps its beginning and ends in a hash of the whole, the same on every run. */
export function fitName(name: string, limit: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(name).length <= limit) return name;
  let head = name;
  while (encoder.encode(head).length > limit - 9) head = [...head].slice(0, -1).join("");
  return `${head}_${shortHash(name)}`;
}
