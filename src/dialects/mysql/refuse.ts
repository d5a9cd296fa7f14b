import { GravenError, throwAll } from "../../base/errors.ts";
import { quotedList } from "../../base/text.ts";
import type { Check, Column, ForeignKey, Identity, Index, Schema, Table, Unique } from "../../schema/types.ts";
import type { Refusal } from "../dialect.ts";
import type { Flavour } from "./flavours.ts";
import { nameLimit } from "./naming.ts";
import { meansOr } from "./quoting.ts";
import { refuseObject } from "./objects.ts";
import { refuseFacts } from "./table-facts.ts";
import { refuseType } from "./refuse-type.ts";
import { refusePeriods } from "./system-versioning.ts";
import { countsUp } from "./spelling.ts";
import { isUnbounded } from "./types.ts";

/** A function that says what the server lacks, beneath one path. */
type Say = (message: string, hint?: string) => void;

/** What of a schema the server cannot have. */
export function refuseSchema(flavour: Flavour, schema: Schema): Refusal[] {
  return [
    ...Object.keys(schema.namespaces).map((path) => ({ path, message: `${flavour.title} has no schemas within a database: a schema is a database there.`, hint: "Leave the schema out, or keep these tables in a database of their own." })),
    ...Object.entries(schema.enums).flatMap(([path, { labels }]) => refuseLabels(flavour, path, labels)),
    ...Object.entries(schema.tables).flatMap(([key, table]) => refuseTable(flavour, key, table)),
    ...Object.values(schema.objects).flatMap((object) => refuseObject(flavour, object)),
  ];
}

/** What of a table the server cannot have. */
export function refuseTable(flavour: Flavour, key: string, table: Table): Refusal[] {
  return [
    ...table.columns.flatMap((column) => refuseColumn(flavour, key, column)),
    ...refuseCounters(flavour, key, table),
    ...refuseNames(flavour, key, table),
    ...refuseKeyColumns(flavour, `${key}.${table.primaryKey?.name}`, "A primary key", table, table.primaryKey?.columns ?? []),
    ...(table.primaryKey ? refuseOverlaps(flavour, key, table, table.primaryKey) : []),
    ...table.uniques.flatMap((unique) => refuseUnique(flavour, key, table, unique)),
    ...table.foreignKeys.flatMap((foreignKey) => refuseForeignKey(flavour, key, foreignKey, table)),
    ...table.checks.flatMap((check) => refuseCheck(flavour, key, check)),
    ...table.indexes.flatMap((index) => refuseIndex(flavour, key, table, index)),
    ...refuseFacts(flavour, key, table),
    ...refusePeriods(flavour, key, table),
  ];
}

export function refuseColumn(flavour: Flavour, key: string, column: Column): Refusal[] {
  return gathered(`${key}.${column.name}`, (say) => {
    refuseType(flavour, column.type, say);
    if (column.identity) refuseIdentity(flavour, column.identity, say);
    if (column.generated && !column.nullable && !flavour.generatedNotNull) say(`A generated column of ${flavour.title} cannot be NOT NULL.`, "Leave notNull() out, and add a check if the expression may be NULL.");
    if (column.generated) refuseConcatenation(flavour, column.generated.sql, say);
    if (column.default && "sql" in column.default) refuseConcatenation(flavour, column.default.sql, say);
    if (countsUp(column) && column.default) say("A column that counts up has no default beside that.", "Leave the default out.");
  });
}

export function refuseUnique(flavour: Flavour, key: string, table: Table, unique: Unique): Refusal[] {
  const path = `${key}.${unique.name}`;
  return [
    ...gathered(path, (say) => {
      if (unique.deferrable) say(`${flavour.title} checks constraints at once: they cannot be deferrable.`, "Leave deferrable() out.");
      if (unique.nullsNotDistinct) say(`To ${flavour.title} two NULLs are never equal in a unique key.`, "Make the columns NOT NULL.");
    }),
    ...refuseKeyColumns(flavour, path, "A unique constraint", table, unique.columns),
    ...refuseOverlaps(flavour, key, table, unique),
  ];
}

/** https://mariadb.com/kb/en/application-time-periods/#without-overlaps */
export function refuseOverlaps(flavour: Flavour, key: string, table: Table, { name, withoutOverlaps: period }: Pick<Unique, "name" | "withoutOverlaps">): Refusal[] {
  if (period === undefined) return [];
  return gathered(`${key}.${name}`, (say) => {
    if (!flavour.sequences) say(`${flavour.title} has no periods that a key could keep apart.`, "Leave withoutOverlaps out.");
    else if (table.facts?.periods?.[period] === undefined) say(`The key keeps the period "${period}" apart, which the table does not have.`, `Give the table the fact periods: { ${period}: [from, to] }.`);
  });
}

export function refuseForeignKey(flavour: Flavour, key: string, foreignKey: ForeignKey, table?: Table): Refusal[] {
  return gathered(`${key}.${foreignKey.name}`, (say) => {
    if (foreignKey.deferrable) say(`${flavour.title} checks foreign keys at once: they cannot be deferrable.`, "Leave deferrable out.");
    if (foreignKey.match) say(`${flavour.title} does not keep MATCH FULL.`, "Leave match out, and add a check that the columns are NULL together.");
    const actions = [foreignKey.onDelete, foreignKey.onUpdate];
    if (actions.includes("set default")) say("InnoDB has no SET DEFAULT for foreign keys.", 'Use "set null", "cascade" or "restrict".');
    const strict = table?.columns.filter(({ name, nullable }) => !nullable && foreignKey.columns.includes(name)) ?? [];
    if (actions.includes("set null") && strict.length) say(`The foreign key sets ${quotedList(strict.map(({ name }) => name))} to NULL, which is NOT NULL.`, "Make the column nullable, or choose another action.");
  });
}

export function refuseCheck(flavour: Flavour, key: string, check: Check): Refusal[] {
  return gathered(`${key}.${check.name}`, (say) => {
    refuseConcatenation(flavour, check.sql, say);
    if (check.notEnforced && !flavour.suspendedChecks) say(`${flavour.title} looks at every check: none can be NOT ENFORCED.`, "Leave notEnforced out, or drop the check.");
  });
}

export function refuseIndex(flavour: Flavour, key: string, table: Table, index: Index): Refusal[] {
  const { title } = flavour;
  const whole = index.parts.flatMap((part) => ("column" in part && part.operatorClass === undefined && part.length === undefined ? [part.column] : []));
  const path = `${key}.${index.name}`;
  return [
    ...gathered(path, (say) => {
      if (index.where !== undefined) say(`${title} has no partial indexes.`, "Leave where() out, or index a generated column that is NULL for the other rows.");
      if (index.include?.length) say(`${title} has no INCLUDE: an index carries its own columns only.`, "Add the columns to the index.");
      if (index.options ?? index.tablespace ?? index.statistics) say(`${title} knows no storage parameters, tablespace or statistics of an index.`, "Leave options, tablespace and statistics out.");
      if (index.nullsNotDistinct) say(`To ${title} two NULLs are never equal in a unique index.`, "Make the columns NOT NULL.");
      if (index.method !== undefined && !/^(?:btree|fulltext|spatial)$/i.test(index.method)) say(`InnoDB has no indexes by ${index.method}.`, "Leave using() out.");
      for (const part of index.parts) {
        if (part.nulls) say(`${title} keeps NULL where its order puts it: first, or last in a descending index.`, `Leave nulls${part.nulls === "first" ? "First" : "Last"}() out.`);
        if (part.collation !== undefined) say("An index has no collation of its own.", "Give the column that collation.");
        if (part.operatorClass !== undefined && !isPrefix(part.operatorClass)) say(`${title} has no operator classes.`, 'Leave operatorClass() out; "(20)" there indexes the first 20 characters.');
        if ("expression" in part && !flavour.expressionIndexes) say(`${title} has no indexes on expressions.`, "Add a generated column with that expression and index it.");
        if ("expression" in part) refuseConcatenation(flavour, part.expression, say);
      }
    }),
    ...((index.type === undefined && index.method === undefined) || /^btree$/i.test(index.method ?? "") ? refuseKeyColumns(flavour, path, "An index", table, whole) : []),
  ];
}

/** Throws RUN-022 for the refusals, all together. */
export function accept(flavour: Flavour, refusals: readonly Refusal[]): void {
  throwAll(refusals.map(({ path, message, hint }) => new GravenError("RUN-022", `${flavour.title} cannot have "${path}": ${message}`, { hint })));
}

/** `(20)`: how many characters of the column an index part holds. */
export function isPrefix(operatorClass: string): boolean {
  return /^\(\s*\d+\s*\)$/.test(operatorClass);
}

function refuseKeyColumns(flavour: Flavour, path: string, noun: string, table: Table, columns: readonly string[]): Refusal[] {
  const long = table.columns.filter(({ name, type }) => columns.includes(name) && type.kind !== "enum" && type.kind !== "array" && type.kind !== "interval" && !unsized(type) && isUnbounded(flavour, type));
  return gathered(path, (say) => {
    for (const { name } of long) say(`${noun} cannot hold the whole of "${name}": text, bytes and JSON without a limit need a prefix length.`, 'Use varchar(n) or binary(n), or index the first characters with .operatorClass("(20)").');
  });
}

const unsized = (type: Column["type"]) => type.kind === "varchar" && type.length === undefined;

function refuseIdentity(flavour: Flavour, identity: Identity, say: Say): void {
  if (identity.generation === "always") say(`${flavour.title} always lets a row bring its own number.`, 'Use generation "byDefault", or autoIncrement().');
  const { generation: _, start: __, ...options } = identity;
  const given = Object.keys(options);
  if (given.length) say(`AUTO_INCREMENT has no ${given.join(", ")} for one table.`, "Leave these options out.");
}

function refuseCounters(flavour: Flavour, key: string, table: Table): Refusal[] {
  const counters = table.columns.filter(countsUp);
  const leading = [table.primaryKey?.columns[0], ...table.uniques.map(({ columns }) => columns[0]), ...table.indexes.map(({ parts: [part] }) => (part && "column" in part ? part.column : undefined))];
  return counters.flatMap((column, index) =>
    gathered(`${key}.${column.name}`, (say) => {
      if (index > 0) say(`A table of ${flavour.title} has one column that counts up, and "${counters[0]!.name}" is that already.`);
      if (!leading.includes(column.name)) say("A column that counts up must be the first of a key.", "Make it the primary key, or unique, or index it.");
      if (!["smallint", "integer", "bigint", "sql"].includes(column.type.kind)) say("Only whole numbers count up.", "Use integer() or bigint().");
    }),
  );
}

function refuseNames(flavour: Flavour, key: string, table: Table): Refusal[] {
  const names = [table.name, ...table.columns.map(({ name }) => name)];
  const reserved = [...table.uniques, ...table.foreignKeys, ...table.indexes].filter(({ name }) => /^(?:primary|gen_clust_index)$/i.test(name));
  return [
    ...reserved.map(({ name }) => ({ path: `${key}.${name}`, message: `"${name}" is what ${flavour.title} calls an index of its own.`, hint: "Choose another name." })),
    ...names.filter((name) => [...name].length > nameLimit).map((name) => ({ path: name === table.name ? key : `${key}.${name}`, message: `A name of ${flavour.title} has at most ${nameLimit} characters.`, hint: "Choose a shorter name." })),
  ];
}

function refuseLabels(flavour: Flavour, path: string, labels: readonly string[]): Refusal[] {
  return gathered(path, (say) => {
    const folded = labels.map((label) => label.toLowerCase());
    const doubled = labels.filter((_, index) => folded.indexOf(folded[index]!) !== index);
    if (doubled.length) say(`To ${flavour.title} ${quotedList(doubled)} equals another label, as case makes no difference.`, "Choose labels that differ in more than case.");
    if (labels.some((label) => label.endsWith(" "))) say(`${flavour.title} cuts the spaces at the end of a label.`, "Remove them.");
  });
}

function refuseConcatenation(flavour: Flavour, sql: string, say: Say): void {
  if (meansOr(sql)) say(`"||" means OR to ${flavour.title}.`, "Use concat(a, b), or write OR.");
}

function gathered(path: string, look: (say: Say) => void): Refusal[] {
  const found: Refusal[] = [];
  look((message, hint) => found.push({ path, message, ...(hint !== undefined && { hint }) }));
  return found;
}
