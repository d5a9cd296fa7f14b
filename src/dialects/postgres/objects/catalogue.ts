import { withoutAbsent } from "../../../schema/edit.ts";
import { isListSetting, listSetting } from "../../../schema/list-settings.ts";
import { keyOf } from "../../../schema/key.ts";
import { objectKey } from "../../../schema/object-key.ts";
import { multirangeName } from "../../../schema/object-rename.ts";
import { constraintTarget, remarkTarget } from "../../../schema/remarks.ts";
import { columnText, isStandard, mapPrivileges, normalGrant, readPrivileges } from "../../../schema/privileges.ts";
import type { DatabaseObject, DatabaseObjectOf, Grant, Index, Named, Remark, RoutineParameter, TriggerEvent } from "../../../schema/types.ts";
import type { CatalogueOptions, CatalogueQuery } from "../../dialect.ts";
import { quote, textLiteral } from "../quote.ts";
import { defaultSchema } from "../spelling.ts";
import { typeFromSql } from "../types.ts";
import { grantQuery, objectQueries, remarkQuery, type RareKind } from "./catalogue-queries.ts";

type Row = Record<string, unknown> & { readonly schema: string; readonly name: string; readonly table: string; readonly comment: string | null };

/** Reads every object beside tables and enums, of the kinds that can be there. `indexes` are those of materialised views, by key. */
export async function readObjects(query: CatalogueQuery, options: CatalogueOptions, present: Readonly<Record<RareKind, boolean>>, indexes: ReadonlyMap<string, readonly Index[]>): Promise<Record<string, DatabaseObject>> {
  const objects: Record<string, DatabaseObject> = {};
  const queries = objectQueries(options.schemas);
  for (const name of Object.keys(queries) as (keyof typeof queries)[]) {
    if (!present[name]) continue;
    const sql = queries[name];
    for (const row of await query<Row>(sql)) {
      const object = withRecordedComment(readers[name]!(row, indexes), row, options);
      if (!("table" in object) || !options.ignoreTables?.includes(object.table)) objects[objectKey(object)] = object;
    }
  }
  for (const row of present.remarks ? await query<Row>(remarkQuery(options.schemas)) : []) {
    const remark = remarkFrom(row);
    const target = remarkTarget(remark.name);
    if (target?.noun !== "constraint" || !options.ignoreTables?.includes(target.table)) objects[objectKey(remark)] = remark;
  }
  if (options.privileges) for (const grant of grantsFrom(await query<Row>(grantQuery(options.schemas, options.recorded !== undefined)), options)) objects[objectKey(grant)] = grant;
  return objects;
}

/** The comment that an extension brings along is its own, unless a revision says the same. */
function withRecordedComment(object: DatabaseObject, row: Row, { recorded }: CatalogueOptions): DatabaseObject {
  if (object.kind !== "extension") return object;
  const known = recorded?.[objectKey(object)];
  const said = known?.kind === "extension" ? known.comment : undefined;
  return said !== undefined && said === row.comment ? ({ ...object, comment: said } satisfies DatabaseObjectOf<"extension">) : object;
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
    const listed = list<{ name: string; sql: string; valid: boolean; comment: string | null }>(row["checks"]);
    const checks = listed.map(({ name, sql, valid }) => ({ name, sql, ...(!valid && { notValid: true as const }) }));
    const commented = listed.flatMap(({ name, comment }) => (comment === null ? [] : [[name, comment] as const]));
    return withoutAbsent<DatabaseObjectOf<"domain">>({
      kind: "domain",
      ...located(row),
      type: typeFromSql(text(row["type"])),
      notNull: flag(row["not_null"]),
      default: row["default_value"] === null ? undefined : { sql: text(row["default_value"]) },
      collation: collationFrom(row["collation"], row["collation_schema"]),
      checks: checks.length ? checks : undefined,
      checkComments: commented.length ? Object.fromEntries(commented) : undefined,
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
      multirange: row["multirange"] === multirangeName(row.name) ? undefined : maybe(row["multirange"]),
      comment: row.comment ?? undefined,
    }),
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

function remarkFrom(row: Row): Remark {
  const noun = text(row["noun"]);
  const name = noun === "schema" ? `schema ${row.name}` : noun === "type" ? `type ${keyOf(located(row))}` : constraintTarget(keyOf(located({ schema: row.schema, name: row.table })), row.name);
  return { kind: "comment", name, text: text(row["text"]) };
}

/** Whoever makes things is told where that is somebody else than who asks, or where a revision says so. */
function grantTarget(noun: string, key: string, row: Row, isRecorded: (on: string) => boolean): string {
  if (!noun.startsWith("default ")) return noun === "function" || noun === "procedure" ? `${noun} ${key}(${list(row["types"]).join(", ")})` : `${noun} ${key}`;
  const { by, own } = json(row["types"]) as { readonly by: string; readonly own: boolean };
  const on = `${noun}${row.schema ? ` in ${text(row.schema)}` : ""}`;
  return own && !isRecorded(`${on} by ${by}`) ? on : `${on} by ${by}`;
}

function grantsFrom(rows: readonly Row[], { ignoreTables: ignored = [], recorded = {} }: CatalogueOptions): Grant[] {
  const found = new Map<string, Grant & { privileges: string[]; grantable: string[] }>();
  const ofOwners = new Set<Grant>();
  for (const row of rows) {
    const name = text(row["role"]);
    const noun = text(row["noun"]);
    const key = noun === "schema" || noun.startsWith("default ") ? row.name : keyOf(located(row));
    if (ignored.includes(key)) continue;
    const on = grantTarget(noun, key, row, (on) => objectKey({ kind: "grant", name, on, privileges: [] }) in recorded);
    const place = JSON.stringify([on, name]);
    const grant = found.get(place) ?? { kind: "grant" as const, name, on, privileges: [], grantable: [] };
    found.set(place, grant);
    if (row["is_owner"]) ofOwners.add(grant);
    const privilege = maybe(row["privilege"]);
    if (privilege === undefined) continue;
    const told = row["column"] === null ? privilege : `${privilege} (${columnText(text(row["column"]))})`;
    grant.privileges.push(told);
    if (row["grantable"]) grant.grantable.push(told);
  }
  const others = [...found.values()].filter((grant) => !ofOwners.has(grant)).map(normalGrant);
  // What an owner has by being one is no grant; what was given to him counts as far as he still has it.
  const given = [...ofOwners].flatMap((held) => {
    const grant = recorded[objectKey(held)];
    if (grant?.kind !== "grant") return [];
    const has = new Set(readPrivileges(held.on, held.privileges).map(({ word, column }) => JSON.stringify([word, column])));
    return mapPrivileges(grant, (privilege) => (has.has(JSON.stringify([privilege.word, privilege.column])) ? privilege : undefined)) ?? [];
  });
  return [...others, ...given].filter((grant) => !isStandard(grant));
}

/** `search_path=pg_catalog, public` as a setting. */
function settingsFrom(value: unknown): Named<string> | undefined {
  const settings = list(value);
  if (!settings.length) return undefined;
  return Object.fromEntries(
    settings.map((each) => {
      const at = each.indexOf("=");
      const [name, given] = [each.slice(0, at), each.slice(at + 1)];
      // `""` is what is kept of an empty path, and no name that could be given.
      if (isListSetting(name)) return [name, given === '""' ? listSetting([]) : given || listSetting([])];
      return [name, /^-?\d+(\.\d+)?$/.test(given) ? given : textLiteral(given)];
    }),
  );
}

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

