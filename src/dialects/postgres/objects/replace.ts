import { sameJson } from "../../../base/json.ts";
import { significantTokens } from "../../../base/sql-tokens.ts";
import { outputItems } from "../../../base/sql-select.ts";
import { indexAttributes } from "../../../operations/alter-index.ts";
import type { DatabaseObject, DatabaseObjectKind, DatabaseObjectOf, Index, Named, RoutineParameter, Schema } from "../../../schema/types.ts";
import { grantsOn } from "../../../schema/find.ts";
import { signatureType } from "../../../schema/object-key.ts";
import { targetOf } from "../../../schema/privileges.ts";
import { indexChanges } from "../alter-index.ts";
import { sameExpression } from "../expression.ts";
import { optionChanges } from "../options.ts";
import { quote, textLiteral } from "../quote.ts";
import { dropIndex, indexName, indexStatements } from "../spelling.ts";
import { typeWithin } from "../types.ts";
import { commentChanges } from "./comment.ts";
import { attributeSql, createObjectSql, enabling, eventTriggerEnabled, joined, ownSequence, rolesSql } from "./create.ts";
import { dropObjectSql } from "./drop.ts";
import { grantChanges } from "./grant.ts";
import { nameOf, reference } from "./name.ts";
import { remarkSql } from "./remark.ts";
import { domainChanges } from "./replace-domain.ts";
import { columnsOfType, isTypeObject, swapTypeSql } from "./swap.ts";
import { withRenamedColumns } from "./view-columns.ts";
import { keyOf } from "../../../schema/key.ts";

type Replacer<K extends DatabaseObjectKind> = (before: DatabaseObjectOf<K>, after: DatabaseObjectOf<K>, schema: Schema) => readonly string[] | undefined;

/** The statements that give an object another definition where it stands; nothing when PostgreSQL has none. */
export function replacementSql(before: DatabaseObject, after: DatabaseObject, schema: Schema): readonly string[] | undefined {
  if (before.kind !== after.kind) return undefined;
  const { statements: renames, object: present } = withRenamedColumns(before, after, schema);
  if (sameJson(withoutWords(present), withoutWords(after))) return [...renames, ...commentChanges(present, after)];
  const replace = replacers[after.kind] as Replacer<DatabaseObjectKind> | undefined;
  const statements = replace?.(present as never, after as never, schema);
  return statements && [...renames, ...statements, ...commentChanges(present, after)];
}

/** Nothing stands on these, so that they may as well go and come back. */
const bare: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["trigger", "rule", "policy", "eventTrigger", "statistics", "grant", "comment"]);

export function canReplace(before: DatabaseObject, after: DatabaseObject, schema: Schema): boolean {
  return bare.has(after.kind) || replacementSql(before, after, schema) !== undefined;
}

/** An object that is replaced: where it stands, or dropped and made again. */
export function replaceObjectSql(before: DatabaseObject, after: DatabaseObject, schema: Schema): readonly string[] {
  const inPlace = replacementSql(before, after, schema);
  if (inPlace) return inPlace;
  if (isTypeObject(before) && isTypeObject(after) && columnsOfType(before, schema).length) return swapTypeSql(before, after, schema);
  return [...dropObjectSql(before), ...createObjectSql(after, schema), ...grantsAgain(before, schema)];
}

/** What was granted on an object goes when it is dropped, and is granted anew. */
function grantsAgain(object: DatabaseObject, schema: Schema): string[] {
  const target = targetOf(object);
  return target === undefined ? [] : grantsOn(schema, target).flatMap((key) => createObjectSql(schema.objects[key]!, schema));
}

/** What has no SQL of its own, or is told by COMMENT. */
function withoutWords(object: DatabaseObject): object {
  return { ...object, comment: undefined, columnComments: undefined, checkComments: undefined, dependsOn: undefined };
}

const replacers: { readonly [K in DatabaseObjectKind]?: Replacer<K> } = {
  view: (before, after, schema) => {
    const bare = (object: typeof before) => ({ ...withoutWords(object), options: undefined, checkOption: undefined });
    // A star in the query stands for the columns of its day: where the query stays it is not said again.
    if (sameJson(bare(before), bare(after))) return optionChanges(`VIEW ${nameOf(after)}`, viewOptions(before), viewOptions(after));
    return keepsColumns(before, after) ? created(after, schema) : undefined;
  },
  materializedView: (before, after) => {
    if (!sameJson({ ...withoutWords(before), indexes: undefined, options: undefined, tablespace: undefined }, { ...withoutWords(after), indexes: undefined, options: undefined, tablespace: undefined })) return undefined;
    const key = keyOf(after);
    const [present, next] = [before.indexes ?? [], after.indexes ?? []];
    const bare = (index: Index) => ({ ...index, name: undefined, ...Object.fromEntries(indexAttributes.map((each) => [each, undefined])) });
    const same = (a: Index, b: Index) => sameJson(bare(a), bare(b));
    // An equal index of no other use takes the name of one that is new.
    const free = present.filter(({ name }) => !next.some((each) => each.name === name));
    const taken = new Map<Index, Index>();
    for (const index of next) {
      const standing = present.find((each) => each.name === index.name) ?? free.find((each) => same(each, index) && ![...taken.values()].includes(each));
      if (standing && same(standing, index)) taken.set(index, standing);
    }
    const stands = (index: Index) => taken.get(index);
    return [
      ...present.filter((index) => !next.some((other) => stands(other) === index)).map(({ name }) => dropIndex(key, name)),
      ...next.flatMap((index) => {
        const standing = stands(index);
        if (!standing) return indexStatements(key, index);
        return [...(standing.name === index.name ? [] : [`ALTER INDEX ${indexName(key, standing.name)} RENAME TO ${quote(index.name)}`]), ...indexChanges(key, standing, index)];
      }),
      ...optionChanges(`MATERIALIZED VIEW ${nameOf(after)}`, before.options, after.options),
      ...(before.tablespace === after.tablespace ? [] : [`ALTER MATERIALIZED VIEW ${nameOf(after)} SET TABLESPACE ${quote(after.tablespace ?? "pg_default")}`]),
    ];
  },
  function: (before, after, schema) => (keepsSignature(before, after) ? created(after, schema) : undefined),
  procedure: (before, after, schema) => (keepsSignature(before, after) ? created(after, schema) : undefined),
  trigger: (before, after, schema) => {
    const { enabled: _, ...present } = before;
    const { enabled: __, ...next } = after;
    if (sameJson(withoutWords(present), withoutWords(next))) return enabling("TRIGGER", after, true);
    // OR REPLACE came with version 14, and a constraint trigger has none: https://www.postgresql.org/docs/current/sql-createtrigger.html
    return before.constraint || after.constraint ? undefined : [...created(after, schema).slice(0, 1), ...(before.enabled === after.enabled ? [] : enabling("TRIGGER", after, true))];
  },
  sequence: sequenceChanges,
  domain: domainChanges,
  compositeType: (before, after, schema) => {
    const next = new Map(after.attributes.map((attribute) => [attribute.name, attribute]));
    const present = new Map(before.attributes.map((attribute) => [attribute.name, attribute]));
    const added = after.attributes.filter(({ name }) => !present.has(name));
    // A new attribute stands last: another order wants another type.
    const kept = before.attributes.filter(({ name }) => next.has(name)).map(({ name }) => name);
    if (!sameJson([...kept, ...added.map(({ name }) => name)], after.attributes.map(({ name }) => name))) return undefined;
    const alter = `ALTER TYPE ${nameOf(after)}`;
    const isUsed = columnsOfType(before, schema).length > 0;
    const altered = kept.map((name) => [present.get(name)!, next.get(name)!] as const).filter(([a, b]) => !sameJson([typeWithin(a.type, schema), a.collation], [typeWithin(b.type, schema), b.collation]));
    // The server does not look into the values of columns that hold such attributes.
    if (isUsed && altered.length) return undefined;
    const comments = after.attributes.filter(({ name, comment }) => present.get(name)?.comment !== comment);
    return [
      ...before.attributes.filter(({ name }) => !next.has(name)).map(({ name }) => `${alter} DROP ATTRIBUTE ${quote(name)} CASCADE`),
      ...altered.map(([, attribute]) => `${alter} ALTER ATTRIBUTE ${quote(attribute.name)} TYPE ${attributeSql(attribute, schema).slice(quote(attribute.name).length + 1)} CASCADE`),
      ...added.map((attribute) => `${alter} ADD ATTRIBUTE ${attributeSql(attribute, schema)} CASCADE`),
      ...comments.map(({ name, comment }) => `COMMENT ON COLUMN ${nameOf(after)}.${quote(name)} IS ${comment === undefined ? "NULL" : textLiteral(comment)}`),
    ];
  },
  extension: (before, after) => [
    ...(before.schema === after.schema ? [] : [`ALTER EXTENSION ${quote(after.name)} SET SCHEMA ${quote(after.schema ?? "public")}`]),
    ...(before.version === after.version || after.version === undefined ? [] : [`ALTER EXTENSION ${quote(after.name)} UPDATE TO ${textLiteral(after.version)}`]),
  ],
  operator: (before, after) => {
    // https://www.postgresql.org/docs/current/sql-alteroperator.html
    const bare = (object: typeof before) => ({ ...withoutWords(object), options: { ...object.options, restrict: undefined, join: undefined } });
    if (!sameJson(bare(before), bare(after))) return undefined;
    const changed = (["restrict", "join"] as const).filter((key) => before.options?.[key] !== after.options?.[key]);
    return [`ALTER ${reference(after)} SET (${changed.map((key) => `${key.toUpperCase()} = ${after.options?.[key] ?? "NONE"}`).join(", ")})`];
  },
  aggregate: (before, after, schema) => (sameJson([before.parameters, before.orderBy, before.options["stype"]], [after.parameters, after.orderBy, after.options["stype"]]) ? created(after, schema) : undefined),
  rule: (before, after, schema) => {
    const { enabled: _, ...present } = before;
    const { enabled: __, ...next } = after;
    if (sameJson(withoutWords(present), withoutWords(next))) return enabling("RULE", after, true);
    return [...created(after, schema).slice(0, 1), ...(before.enabled === after.enabled ? [] : enabling("RULE", after, true))];
  },
  policy: (before, after) => {
    // What a policy has can be altered, and not taken away: https://www.postgresql.org/docs/current/sql-alterpolicy.html
    const loses = (before.using !== undefined && after.using === undefined) || (before.check !== undefined && after.check === undefined);
    if (loses || before.command !== after.command || before.restrictive !== after.restrictive) return undefined;
    return [
      joined(
        `ALTER ${reference(after)}`,
        !sameJson(before.roles ?? ["public"], after.roles ?? ["public"]) && `TO ${rolesSql(after.roles ?? ["public"])}`,
        !sameCondition(before.using, after.using) && `USING (${after.using!})`,
        !sameCondition(before.check, after.check) && `WITH CHECK (${after.check!})`,
      ),
    ];
  },
  eventTrigger: (before, after) => {
    const { enabled: _, ...present } = before;
    const { enabled: __, ...next } = after;
    return sameJson(withoutWords(present), withoutWords(next)) ? [eventTriggerEnabled(after)] : undefined;
  },
  statistics: (before, after) => {
    const { target: _, ...present } = before;
    const { target, ...next } = after;
    return sameJson(withoutWords(present), withoutWords(next)) ? [`ALTER STATISTICS ${nameOf(after)} SET STATISTICS ${target ?? -1}`] : undefined;
  },
  textSearchConfiguration: (before, after) => {
    if (!sameJson(before.options, after.options)) return undefined;
    const [present, next] = [before.mappings ?? {}, after.mappings ?? {}];
    const alter = `ALTER TEXT SEARCH CONFIGURATION ${nameOf(after)}`;
    return [
      ...Object.keys(present).filter((token) => !(token in next)).map((token) => `${alter} DROP MAPPING FOR ${token}`),
      ...Object.entries(next).filter(([token, dictionaries]) => !sameJson(present[token], dictionaries)).map(([token, dictionaries]) => `${alter} ${token in present ? "ALTER" : "ADD"} MAPPING FOR ${token} WITH ${dictionaries.join(", ")}`),
    ];
  },
  textSearchDictionary: (before, after) => {
    // https://www.postgresql.org/docs/current/sql-altertsdictionary.html
    if (before.options["template"] !== after.options["template"]) return undefined;
    const changed = Object.entries(after.options).filter(([key, value]) => before.options[key] !== value).map(([key, value]) => `${key} = ${value}`);
    const gone = Object.keys(before.options).filter((key) => !(key in after.options));
    return [`ALTER TEXT SEARCH DICTIONARY ${nameOf(after)} (${[...changed, ...gone].join(", ")})`];
  },
  comment: (_, after) => [remarkSql(after.name, after.text)],
  grant: (before, after) => grantChanges(before, after),
};

function viewOptions({ options, checkOption }: DatabaseObjectOf<"view">): Named<string> {
  return { ...options, ...(checkOption && { check_option: checkOption }) };
}

function sameCondition(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameExpression(a, b));
}

function created(object: DatabaseObject, schema: Schema): string[] {
  return createObjectSql({ ...object, comment: undefined, columnComments: undefined } as unknown as DatabaseObject, schema, true);
}

/**
 * Whether `CREATE OR REPLACE VIEW` takes the new query: the columns that are there must stay, by name, type and order, and new
 * ones come last. The types are the same where a column is computed in the same words from the same tables.
 * https://www.postgresql.org/docs/current/sql-createview.html
 */
function keepsColumns(before: DatabaseObjectOf<"view">, after: DatabaseObjectOf<"view">): boolean {
  if (before.recursive || after.recursive) return false;
  if (before.columns && !sameJson(before.columns, (after.columns ?? []).slice(0, before.columns.length))) return false;
  if (!before.columns && after.columns) return false;
  const [present, next] = [outputItems(before.query), outputItems(after.query)];
  if (!present || !next) return sameTokens(before.query, after.query);
  if (!present.every((item, at) => next[at] !== undefined && sameJson(item, next[at]))) return false;
  // A star stands for columns that are not seen here, so that nothing may follow it.
  return present.length === next.length || !present.some((item) => item.includes("*"));
}

function sameTokens(a: string, b: string): boolean {
  const texts = (sql: string) => significantTokens(sql).map(({ text, kind }) => (kind === "word" ? text.toLowerCase() : text));
  return sameJson(texts(a), texts(b));
}

/** https://www.postgresql.org/docs/current/sql-createfunction.html: what it returns and the names of its parameters stay. */
function keepsSignature(before: DatabaseObjectOf<"function" | "procedure">, after: DatabaseObjectOf<"function" | "procedure">): boolean {
  const shape = (parameters: readonly RoutineParameter[]) => parameters.map(({ mode, type }) => [mode, signatureType(type)]);
  const renamed = before.parameters.some(({ name, mode }, at) => mode !== "out" && name !== undefined && after.parameters[at]?.name !== name);
  const losesDefault = before.parameters.some((parameter, at) => parameter.default !== undefined && after.parameters[at]?.default === undefined);
  const outNames = (parameters: readonly RoutineParameter[]) => parameters.filter(({ mode }) => mode === "out" || mode === "inout").map(({ name }) => name);
  return returnType(before.returns) === returnType(after.returns) && sameJson(shape(before.parameters), shape(after.parameters)) && sameJson(outNames(before.parameters), outNames(after.parameters)) && !renamed && !losesDefault && before.window === after.window;
}

function returnType(returns: string | undefined): string | undefined {
  if (returns === undefined) return undefined;
  const set = /^setof\s+/i.exec(returns);
  return set ? `setof ${signatureType(returns.slice(set[0].length))}` : signatureType(returns);
}

function sequenceChanges(before: DatabaseObjectOf<"sequence">, after: DatabaseObjectOf<"sequence">): readonly string[] {
  const changed = (key: keyof typeof before) => !sameJson(before[key], after[key]);
  const words = joined(
    changed("type") && `AS ${after.type ?? "bigint"}`,
    changed("increment") && `INCREMENT BY ${after.increment ?? 1}`,
    changed("minValue") && (after.minValue === undefined ? "NO MINVALUE" : `MINVALUE ${after.minValue}`),
    changed("maxValue") && (after.maxValue === undefined ? "NO MAXVALUE" : `MAXVALUE ${after.maxValue}`),
    changed("start") && `START WITH ${after.start ?? 1}`,
    changed("cache") && `CACHE ${after.cache ?? 1}`,
    changed("cycle") && (after.cycle ? "CYCLE" : "NO CYCLE"),
  );
  return [
    ...(words ? [`ALTER SEQUENCE ${nameOf(after)} ${words}`] : []),
    ...(changed("unlogged") ? [`ALTER SEQUENCE ${nameOf(after)} SET ${after.unlogged ? "UNLOGGED" : "LOGGED"}`] : []),
    ...(changed("ownedBy") ? [ownSequence(after)] : []),
  ];
}
