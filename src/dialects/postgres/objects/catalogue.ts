import { withoutAbsent } from "../../../schema/edit.ts";
import { keyOf } from "../../../schema/key.ts";
import { objectKey } from "../../../schema/object-key.ts";
import type { DatabaseObject, DatabaseObjectOf, Index, Named, RoutineParameter, TriggerEvent } from "../../../schema/types.ts";
import type { CatalogueOptions, CatalogueQuery } from "../../dialect.ts";
import { quote, textLiteral } from "../quote.ts";
import { defaultSchema } from "../spelling.ts";
import { typeFromSql } from "../types.ts";
import { grantQuery, objectQueries } from "./catalogue-queries.ts";

type Row = Record<string, unknown> & { readonly schema: string; readonly name: string; readonly table: string; readonly comment: string | null };

/** Reads every object beside tables and enums. `indexes` are those of materialised views, by key. */
export async function readObjects(query: CatalogueQuery, options: CatalogueOptions, indexes: ReadonlyMap<string, readonly Index[]>): Promise<Record<string, DatabaseObject>> {
  const objects: Record<string, DatabaseObject> = {};
  const queries = objectQueries(options.schemas);
  for (const [name, sql] of Object.entries(queries)) {
    for (const row of await query<Row>(sql)) {
      const object = readers[name]!(row, indexes);
      if (!("table" in object) || !options.ignoreTables?.includes(object.table)) objects[objectKey(object)] = object;
    }
  }
  if (options.privileges) for (const grant of grantsFrom(await query<Row>(grantQuery(options.schemas)))) objects[objectKey(grant)] = grant;
  return objects;
}

const readers: Readonly<Record<string, (row: Row, indexes: ReadonlyMap<string, readonly Index[]>) => DatabaseObject>> = {
  views: (row, indexes) => {
    const { check_option: checkOption, ...options } = optionsFrom(row["options"]);
    const common = { ...located(row), query: text(row["query"]).trim().replace(/;$/, ""), options: Object.keys(options).length ? options : undefined, columnComments: (json(row["column_comments"]) as Named<string> | null) ?? undefined, comment: row.comment ?? undefined };
    if (row["kind"] === "v") return withoutAbsent<DatabaseObjectOf<"view">>({ kind: "view", ...common, checkOption: checkOption as "local" | undefined });
    const own = indexes.get(keyOf(located(row))) ?? [];
    return withoutAbsent<DatabaseObjectOf<"materializedView">>({ kind: "materializedView", ...common, accessMethod: row["access_method"] === "heap" ? undefined : maybe(row["access_method"]), tablespace: maybe(row["tablespace"]), indexes: own.length ? own : undefined });
  },
  routines: (row) =>
    withoutAbsent<DatabaseObjectOf<"function">>({
      kind: (row["kind"] === "p" ? "procedure" : "function") as "function",
      ...located(row),
      parameters: parametersFrom(row),
      returns: maybe(row["returns"]),
      language: text(row["language"]),
      body: row["inline"] === null ? text(row["body"]) : (/\n((?:BEGIN ATOMIC|RETURN )[\s\S]*?)\s*$/.exec(text(row["inline"]))?.[1] ?? text(row["body"])),
      inline: row["inline"] === null ? undefined : true,
      file: maybe(row["file"]),
      volatility: ({ i: "immutable", s: "stable" } as const)[text(row["volatility"])],
      strict: flag(row["strict"]),
      securityDefiner: flag(row["definer"]),
      leakproof: flag(row["leakproof"]),
      parallel: ({ r: "restricted", s: "safe" } as const)[text(row["parallel"])],
      window: row["kind"] === "w" ? true : undefined,
      // What the server assumes is not said: https://www.postgresql.org/docs/current/sql-createfunction.html
      cost: Number(row["cost"]) === (row["language"] === "c" || row["language"] === "internal" ? 1 : 100) ? undefined : Number(row["cost"]),
      rows: !row["returns_set"] || Number(row["rows"]) === 1000 ? undefined : Number(row["rows"]),
      support: maybe(row["support"]),
      settings: settingsFrom(row["settings"]),
      comment: row.comment ?? undefined,
    }),
  triggers: (row) => {
    const type = Number(row["type"]);
    const definition = text(row["definition"]);
    const at = definition.lastIndexOf(" EXECUTE FUNCTION ");
    const when = /\sWHEN \((.*)\)$/s.exec(definition.slice(0, at))?.[1];
    const columns = list(row["columns"]);
    const events = ([[4, "insert"], [8, "delete"], [16, "update"], [32, "truncate"]] as const).filter(([bit]) => type & bit).map(([, event]): TriggerEvent => ({ event, ...(event === "update" && columns.length && { columns }) }));
    return withoutAbsent<DatabaseObjectOf<"trigger">>({
      kind: "trigger",
      name: row.name,
      table: keyOf(located({ ...row, name: row.table })),
      timing: type & 64 ? "instead of" : type & 2 ? "before" : "after",
      events,
      forEach: type & 1 ? undefined : "statement",
      when,
      referencing: row["old_table"] === null && row["new_table"] === null ? undefined : withoutAbsent<NonNullable<DatabaseObjectOf<"trigger">["referencing"]>>({ old: maybe(row["old_table"]), new: maybe(row["new_table"]) }),
      constraint: row["is_constraint"]
        ? withoutAbsent<NonNullable<DatabaseObjectOf<"trigger">["constraint"]>>({ deferrable: row["deferrable"] ? (row["deferred"] ? "initially deferred" : "initially immediate") : undefined, from: row["from_table"] === null ? undefined : keyOf(located({ schema: text(row["from_schema"]), name: text(row["from_table"]) })) })
        : undefined,
      execute: unqualified(definition.slice(at + " EXECUTE FUNCTION ".length)),
      enabled: enabledFrom(row["enabled"]),
      comment: row.comment ?? undefined,
    });
  },
  sequences: (row) => {
    const type = text(row["type"]);
    const increment = BigInt(text(row["increment"]));
    const widest = { smallint: 32767n, integer: 2147483647n, bigint: 9223372036854775807n }[type]!;
    const [min, max] = increment < 0n ? [-widest - 1n, -1n] : [1n, widest];
    const unlike = (field: string, usual: bigint) => (BigInt(text(row[field])) === usual ? undefined : number(text(row[field])));
    return withoutAbsent<DatabaseObjectOf<"sequence">>({
      kind: "sequence",
      ...located(row),
      type: type === "bigint" ? undefined : (type as "integer"),
      start: unlike("start", increment < 0n ? BigInt(text(row["max"])) : BigInt(text(row["min"]))),
      increment: unlike("increment", 1n),
      minValue: unlike("min", min),
      maxValue: unlike("max", max),
      cache: Number(row["cache"]) === 1 ? undefined : Number(row["cache"]),
      cycle: flag(row["cycle"]),
      unlogged: flag(row["unlogged"]),
      ownedBy: row["owner_table"] === null ? undefined : { table: keyOf(located({ schema: text(row["owner_schema"]), name: text(row["owner_table"]) })), column: text(row["owner_column"]) },
      comment: row.comment ?? undefined,
    });
  },
  domains: (row) => {
    const checks = list<{ name: string; sql: string; valid: boolean }>(row["checks"]).map(({ name, sql, valid }) => ({ name, sql, ...(!valid && { notValid: true as const }) }));
    return withoutAbsent<DatabaseObjectOf<"domain">>({
      kind: "domain",
      ...located(row),
      type: typeFromSql(text(row["type"])),
      notNull: flag(row["not_null"]),
      default: row["default_value"] === null ? undefined : { sql: text(row["default_value"]) },
      collation: collationFrom(row["collation"], row["collation_schema"]),
      checks: checks.length ? checks : undefined,
      comment: row.comment ?? undefined,
    });
  },
  composites: (row) =>
    withoutAbsent<DatabaseObjectOf<"compositeType">>({
      kind: "compositeType",
      ...located(row),
      attributes: list<Record<string, string | null>>(row["attributes"]).map((each) =>
        withoutAbsent<DatabaseObjectOf<"compositeType">["attributes"][number]>({ name: each["name"]!, type: typeFromSql(each["type"]!), collation: collationFrom(each["collation"], each["collation_schema"]), comment: each["comment"] ?? undefined }),
      ),
      comment: row.comment ?? undefined,
    }),
  ranges: (row) =>
    withoutAbsent<DatabaseObjectOf<"rangeType">>({
      kind: "rangeType",
      ...located(row),
      subtype: text(row["subtype"]),
      operatorClass: maybe(row["operator_class"]),
      collation: maybe(row["collation"]),
      canonical: maybe(row["canonical"]),
      subtypeDiff: maybe(row["subtype_diff"]),
      multirange: row["multirange"] === (row.name.includes("range") ? row.name.replace("range", "multirange") : `${row.name}_multirange`) ? undefined : maybe(row["multirange"]),
      comment: row.comment ?? undefined,
    }),
  // The comment that the extension brings along is its own.
  extensions: (row) => withoutAbsent<DatabaseObjectOf<"extension">>({ kind: "extension", ...located(row), comment: row.comment === row["own_comment"] ? undefined : (row.comment ?? undefined) }),
  aggregates: (row) => {
    const parameters = parametersFrom(row);
    const direct = Number(row["direct"]);
    const literal = (value: unknown) => (value === null ? undefined : textLiteral(text(value)));
    const options = { sfunc: row["sfunc"], stype: row["stype"], sspace: row["sspace"] === null ? null : String(row["sspace"]), finalfunc: row["finalfunc"], finalfunc_extra: row["finalfunc_extra"] ? "true" : null, combinefunc: row["combinefunc"], serialfunc: row["serialfunc"], deserialfunc: row["deserialfunc"], initcond: literal(row["initcond"]), msfunc: row["msfunc"], minvfunc: row["minvfunc"], mstype: row["mstype"], mfinalfunc: row["mfinalfunc"], minitcond: literal(row["minitcond"]), sortop: row["sortop"] === null ? null : text(row["sortop"]).replace(/\(.*$/, ""), parallel: row["parallel"] === "s" ? "safe" : row["parallel"] === "r" ? "restricted" : null, hypothetical: row["kind"] === "h" ? "true" : null };
    const given = Object.fromEntries(Object.entries(options).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    return withoutAbsent<DatabaseObjectOf<"aggregate">>({ kind: "aggregate", ...located(row), parameters: row["kind"] === "n" ? parameters : parameters.slice(0, direct), orderBy: row["kind"] === "n" ? undefined : parameters.slice(direct), options: given, comment: row.comment ?? undefined });
  },
  operators: (row) => {
    const options = Object.fromEntries(["commutator", "negator", "restrict", "join"].flatMap((key) => (row[key] === null ? [] : [[key, text(row[key])]])));
    for (const key of ["hashes", "merges"]) if (row[key]) options[key] = "true";
    return withoutAbsent<DatabaseObjectOf<"operator">>({ kind: "operator", ...located(row), left: maybe(row["left"]), right: maybe(row["right"]), function: text(row["function"]), options: Object.keys(options).length ? options : undefined, comment: row.comment ?? undefined });
  },
  casts: (row) =>
    withoutAbsent<DatabaseObjectOf<"cast">>({
      kind: "cast",
      name: `(${text(row["source"])} AS ${text(row["target"])})`,
      source: text(row["source"]),
      target: text(row["target"]),
      function: row["method"] === "f" ? text(row["function"]) : row["method"] === "i" ? "inout" : null,
      context: ({ a: "assignment", i: "implicit" } as const)[text(row["context"])],
      comment: row.comment ?? undefined,
    }),
  rules: (row) => {
    const [, where, action = ""] = /\sON \w+ TO (?:"(?:[^"]|"")*"|[^\s])+(?:\s+WHERE (.*?))? DO (?:INSTEAD |ALSO )?\s*(.*?);?\s*$/s.exec(text(row["definition"])) ?? [];
    return withoutAbsent<DatabaseObjectOf<"rule">>({
      kind: "rule",
      name: row.name,
      table: keyOf(located({ ...row, name: row.table })),
      event: ({ 1: "select", 2: "update", 3: "insert", 4: "delete" } as const)[text(row["event"]) as unknown as 1],
      where: where?.trim(),
      instead: flag(row["instead"]),
      action: action.trim(),
      enabled: enabledFrom(row["enabled"]),
      comment: row.comment ?? undefined,
    });
  },
  policies: (row) => {
    const roles = list(row["roles"]);
    return withoutAbsent<DatabaseObjectOf<"policy">>({
      kind: "policy",
      name: row.name,
      table: keyOf(located({ ...row, name: row.table })),
      command: ({ r: "select", a: "insert", w: "update", d: "delete" } as const)[text(row["command"])],
      restrictive: row["permissive"] ? undefined : true,
      roles: roles.length === 1 && roles[0] === "public" ? undefined : roles,
      using: maybe(row["using_sql"]),
      check: maybe(row["check_sql"]),
      comment: row.comment ?? undefined,
    });
  },
  eventTriggers: (row) => {
    const tags = list(row["tags"]);
    const { schema, name } = { schema: row.schema, name: text(row["function"]) };
    return withoutAbsent<DatabaseObjectOf<"eventTrigger">>({ kind: "eventTrigger", name: row.name, event: text(row["event"]), tags: tags.length ? tags : undefined, execute: `${schema === defaultSchema ? "" : `${quotedWhereNeeded(schema)}.`}${quotedWhereNeeded(name)}()`, enabled: enabledFrom(row["enabled"]), comment: row.comment ?? undefined });
  },
  statistics: (row) => {
    const kinds = list(row["kinds"]).filter((kind) => kind !== "e");
    const on = /\sON (.*) FROM /s.exec(text(row["definition"]))?.[1] ?? "";
    const names = ({ d: "ndistinct", f: "dependencies", m: "mcv" } as const) satisfies Record<string, string>;
    return withoutAbsent<DatabaseObjectOf<"statistics">>({
      kind: "statistics",
      ...located(row),
      table: keyOf(located({ schema: text(row["table_schema"]), name: row.table })),
      kinds: kinds.length === 3 || !kinds.length ? undefined : kinds.map((kind) => names[kind as "d"]),
      on: splitList(on),
      target: row["target"] === null || Number(row["target"]) < 0 ? undefined : Number(row["target"]),
      comment: row.comment ?? undefined,
    });
  },
  collations: (row) => {
    const facts = json(row["facts"]) as Record<string, unknown>;
    const provider = { i: "icu", c: "libc", b: "builtin" }[String(facts["collprovider"])] ?? "libc";
    // The column's name changed with versions 15 and 17.
    const locale = [facts["colllocale"], facts["colliculocale"], facts["collcollate"]].find((each) => typeof each === "string") as string | undefined;
    const [collate, ctype] = [facts["collcollate"], facts["collctype"]];
    const options = withoutAbsent<Record<string, string>>({
      provider,
      ...(provider === "libc" && typeof collate === "string" && typeof ctype === "string" && collate !== ctype ? { lc_collate: textLiteral(collate), lc_ctype: textLiteral(ctype) } : { locale: locale === undefined ? undefined : textLiteral(locale) }),
      deterministic: facts["collisdeterministic"] === false ? "false" : undefined,
    } as Record<string, string>);
    return withoutAbsent<DatabaseObjectOf<"collation">>({ kind: "collation", ...located(row), options, comment: row.comment ?? undefined });
  },
  configurations: (row) =>
    withoutAbsent<DatabaseObjectOf<"textSearchConfiguration">>({
      kind: "textSearchConfiguration",
      ...located(row),
      options: { parser: `${quotedWhereNeeded(text(row["parser_schema"]))}.${quote(text(row["parser"]))}` },
      mappings: (json(row["mappings"]) as Named<readonly string[]> | null) ?? undefined,
      comment: row.comment ?? undefined,
    }),
  dictionaries: (row) =>
    withoutAbsent<DatabaseObjectOf<"textSearchDictionary">>({
      kind: "textSearchDictionary",
      ...located(row),
      options: { template: `${quotedWhereNeeded(text(row["template_schema"]))}.${quotedWhereNeeded(text(row["template"]))}`, ...Object.fromEntries(splitList(maybe(row["options"]) ?? "").map((each) => each.split(/\s*=\s*/) as [string, string])) },
      comment: row.comment ?? undefined,
    }),
};

function parametersFrom(row: Row): RoutineParameter[] {
  const names = list<string | null>(row["names"]);
  const modes = list(row["modes"]);
  const defaults = list<string | null>(row["defaults"]);
  return list(row["types"]).flatMap((type, at) => {
    const mode = modes[at] ?? "i";
    // Columns of RETURNS TABLE are told by what it returns.
    if (mode === "t") return [];
    return [withoutAbsent<RoutineParameter>({ name: names[at] || undefined, mode: ({ o: "out", b: "inout", v: "variadic" } as const)[mode], type, default: defaults[at] ?? undefined })];
  });
}

function grantsFrom(rows: readonly Row[]): DatabaseObjectOf<"grant">[] {
  const found = new Map<string, DatabaseObjectOf<"grant"> & { privileges: string[] }>();
  for (const row of rows) {
    const grantable = Boolean(row["grantable"]);
    const key = `${text(row["on"])} ${text(row["role"])} ${String(grantable)}`;
    const present = found.get(key) ?? { kind: "grant" as const, name: text(row["role"]), on: text(row["on"]), privileges: [], ...(grantable && { grantOption: true as const }) };
    present.privileges.push(text(row["privilege"]));
    found.set(key, present);
  }
  return [...found.values()];
}

/** `search_path=pg_catalog, public` as a setting. */
function settingsFrom(value: unknown): Named<string> | undefined {
  const settings = list(value);
  if (!settings.length) return undefined;
  return Object.fromEntries(
    settings.map((each) => {
      const at = each.indexOf("=");
      const [name, given] = [each.slice(0, at), each.slice(at + 1)];
      return [name, listSettings.has(name) || /^-?\d+(\.\d+)?$/.test(given) ? given || "''" : textLiteral(given)];
    }),
  );
}

/** Settings that are lists of names, which no quotes may hold together. */
const listSettings = new Set(["search_path", "temp_tablespaces", "session_preload_libraries", "local_preload_libraries", "shared_preload_libraries"]);

/** `{security_barrier=true}` as options. */
export function optionsFrom(value: unknown): Record<string, string> {
  return Object.fromEntries(list(value).map((each) => [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)]));
}

function enabledFrom(value: unknown): "disabled" | "replica" | "always" | undefined {
  return ({ D: "disabled", R: "replica", A: "always" } as const)[text(value)];
}

function collationFrom(name: unknown, schema: unknown): string | undefined {
  if (typeof name !== "string") return undefined;
  return typeof schema !== "string" || schema === "pg_catalog" || schema === defaultSchema ? name : keyOf({ name, schema });
}

function located({ schema, name }: { readonly schema: string; readonly name: string }): { readonly name: string; readonly schema?: string } {
  return schema === defaultSchema ? { name } : { name, schema };
}

/** A call without the default schema, which stands before it only where the search path lacks it. */
function unqualified(call: string): string {
  return call.replace(/^public\./, "");
}

function quotedWhereNeeded(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quote(name);
}

/** The items of a list in SQL, cut at the commas outside brackets and quotes. */
export function splitList(sql: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let quoteMark = "";
  let item = "";
  for (const character of sql) {
    if (quoteMark) {
      if (character === quoteMark) quoteMark = "";
    } else if (character === "'" || character === '"') quoteMark = character;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "," && depth === 0) {
      items.push(item.trim());
      item = "";
      continue;
    }
    item += character;
  }
  return item.trim() ? [...items, item.trim()] : items;
}

function number(text: string): number | string {
  return Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
const maybe = (value: unknown): string | undefined => (value === null || value === undefined ? undefined : String(value));
const flag = (value: unknown): true | undefined => (value ? true : undefined);

function json(value: unknown): unknown {
  return typeof value === "string" ? JSON.parse(value) : value;
}

function list<T = string>(value: unknown): T[] {
  return value === null || value === undefined ? [] : (json(value) as T[]);
}

