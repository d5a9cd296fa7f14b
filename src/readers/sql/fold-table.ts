import { renameInSql } from "../../base/sql-tokens.ts";
import { withoutAbsent } from "../../schema/edit.ts";
import { numbered } from "../../schema/names.ts";
import { keyOf } from "../../schema/key.ts";
import { objectKey } from "../../schema/object-key.ts";
import type { Sequence, TableFacts } from "../../schema/types.ts";
import { SqlFault } from "./cursor.ts";
import type { ColumnFact, CreateTableFact, Name, PartFact, TableOptions } from "./facts.ts";
import { mergedFacts } from "./read-table.ts";
import type { SqlTrace, WorkColumn, WorkPart, WorkSchema, WorkTable } from "./work-schema.ts";

export type TraceAt = (at: number) => SqlTrace;

export function foldCreateTable(work: WorkSchema, fact: CreateTableFact, trace: TraceAt): void {
  const key = work.keyFor(fact.name);
  // What SQLite keeps for itself stands in its dumps.
  if (work.dialect.syntax.features.has("autoincrement") && /^sqlite_/i.test(fact.name.name)) return;
  if (fact.temporary) {
    work.temporary.add(key);
    return;
  }
  const present = work.find(work.tables, fact.name);
  if (present !== undefined && present === key) {
    if (fact.ifNotExists) return;
    throw twice(`The table "${key}"`, fact.name.at, work.tables.get(present)!.trace);
  }
  const { name, schema } = work.located(fact.name);
  const table: WorkTable = { name, schema, columns: [], parts: [], comment: fact.options.comment, facts: undefined, renamedFrom: fact.renamedFrom, trace: trace(fact.name.at) };
  for (const { table: source, including } of fact.like ?? []) copyColumns(work, table, source, including, trace);
  for (const column of fact.columns) addColumn(work, table, column, trace);
  // A new table has no rows that could break a constraint: CREATE TABLE takes NOT VALID for nothing.
  for (const part of fact.parts) addPart(table, "notValid" in part ? withoutAbsent<PartFact>({ ...part, notValid: undefined } as never) : part, trace);
  foldOptions(work, table, fact.options);
  // What a partition's column does not say it has of the partitioned table's.
  if (table.facts?.partitionOf) table.columns = table.columns.map((column) => ({ ...(column.type === undefined && work.inherited(table).find(({ name: each }) => each === column.name)), ...column }));
  foldVersioning(table);
  table.columns = table.columns.map(({ binary, ...column }) => (binary ? { ...column, collation: `${column.facts?.charset ?? table.facts?.charset ?? "utf8mb4"}_bin` } : column));
  work.tables.set(key, table);
}

/** MariaDB: columns WITH SYSTEM VERSIONING give a table a history of those alone. */
function foldVersioning(table: WorkTable): void {
  if (table.facts?.systemVersioned || !table.columns.some(({ versioned }) => versioned)) return;
  table.facts = mergedFacts(table.facts, { systemVersioned: true });
  table.columns = table.columns.map((column) => (column.versioned || column.facts?.rowPeriod ? column : { ...column, facts: { ...column.facts, withoutSystemVersioning: true } }));
}

/** LIKE copies the columns, and more when it says so. */
function copyColumns(work: WorkSchema, table: WorkTable, source: Name, including: readonly string[], trace: TraceAt): void {
  const from = work.table(source);
  const all = including.includes("ALL");
  for (const { default: value, identity, generated, comment, facts, ...column } of from.columns) {
    table.columns.push({
      ...column,
      trace: trace(source.at),
      ...(value && (all || including.includes("DEFAULTS")) && { default: value }),
      ...(identity && (all || including.includes("IDENTITY")) && { identity }),
      ...(generated && (all || including.includes("GENERATED")) && { generated }),
      ...(comment !== undefined && (all || including.includes("COMMENTS")) && { comment }),
      ...(facts && all && { facts }),
    });
  }
  for (const part of from.parts) {
    const wanted = part.kind === "check" ? "CONSTRAINTS" : "INDEXES";
    // A copy's indexes have names of their own; a foreign key is never copied.
    if (part.kind === "foreignKey" || !(all || including.includes(wanted))) continue;
    const { name, ...rest } = part;
    table.parts.push({ ...rest, ...(part.kind === "check" && name !== undefined && { name }), trace: trace(source.at) } as WorkPart);
  }
}

export function foldOptions(work: WorkSchema, table: WorkTable, { comment, facts, inherits, partitionOf }: TableOptions): void {
  if (comment !== undefined) table.comment = comment;
  const keys = {
    ...(inherits && { inherits: inherits.map((name) => work.find(work.tables, name) ?? work.keyFor(name)) }),
    ...(partitionOf && { partitionOf: { table: work.find(work.tables, partitionOf.table) ?? work.keyFor(partitionOf.table), bound: partitionOf.bound } }),
  };
  const options = facts?.options && { options: { ...table.facts?.options, ...facts.options } };
  table.facts = mergedFacts(table.facts, { ...facts, ...options, ...keys });
}

export function addColumn(work: WorkSchema, table: WorkTable, column: ColumnFact, trace: TraceAt, index = table.columns.length): void {
  const present = table.columns.find((each) => work.same(each.name, column.name));
  if (present) throw twice(`The column "${table.name}.${column.name}"`, column.at, present.trace);
  const counted = column.serial ? withSequence(work, table, column, trace) : work.dialect.syntax.columnChecks ? withOwnCheck(column) : column;
  table.columns.splice(index, 0, { ...counted, trace: trace(column.at) });
  for (const part of counted.parts) addPart(table, part, trace);
}

/** MariaDB's dumps spell JSON as the text that it is, with a check on the column. https://mariadb.com/kb/en/json/ */
function withOwnCheck({ collation, facts, ...column }: ColumnFact): ColumnFact {
  const [check] = column.parts.filter((part) => part.kind === "check" && part.name === undefined);
  const whole = { ...column, ...(collation !== undefined && { collation }), ...(facts && { facts }) };
  if (check?.kind !== "check") return whole;
  const others = column.parts.filter((part) => part !== check);
  const valid = /^json_valid\s*\(\s*`?((?:[^`()]|``)+?)`?\s*\)$/i.exec(check.sql)?.[1]?.replaceAll("``", "`");
  if (valid !== column.name || !/^longtext$/i.test(column.type ?? "")) return { ...whole, parts: [...others, { ...check, name: column.name, column: column.name }] };
  const { charset: _, ...rest } = facts ?? {};
  return { ...column, type: "json", ...(Object.keys(rest).length && { facts: rest }), parts: others };
}

/** The sequence that `serial` makes: https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL */
function withSequence(work: WorkSchema, table: WorkTable, column: ColumnFact, trace: TraceAt): ColumnFact {
  const { schema } = table;
  const isTaken = (name: string) => work.tables.has(keyOf({ name, schema })) || work.objects.has(`sequence ${keyOf({ name, schema })}`);
  const name = numbered(fitted(table.name, column.name, "seq"), isTaken, (base, count) => `${base}${count}`, 1);
  const type = column.type === "integer" || column.type === "smallint" ? { type: column.type } : {};
  const sequence: Sequence = { kind: "sequence", name, ...(schema !== undefined && { schema }), ...(type as Pick<Sequence, "type">), ownedBy: { table: keyOf({ name: table.name, schema }), column: column.name } };
  work.objects.set(objectKey(sequence), { object: sequence, trace: trace(column.at), renamedFrom: undefined });
  const { serial: _, ...rest } = column;
  return { ...rest, default: { sql: `nextval('${quotedText(keyText(name, schema))}'::regclass)` } };
}

/** PostgreSQL shortens the longer of the two names until the whole fits into 63 bytes (makeObjectName). */
export function fitted(first: string, second: string, label: string): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  let [one, two] = [first, second];
  while (bytes(`${one}_${two}_${label}`) > 63) {
    if (bytes(one) > bytes(two)) one = [...one].slice(0, -1).join("");
    else two = [...two].slice(0, -1).join("");
  }
  return `${one}_${two}_${label}`;
}

function keyText(name: string, schema: string | undefined): string {
  const quoted = (text: string) => (/^[a-z_][a-z0-9_$]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`);
  return schema === undefined ? quoted(name) : `${quoted(schema)}.${quoted(name)}`;
}

const quotedText = (text: string) => text.replaceAll("'", "''");

export function addPart(table: WorkTable, part: PartFact, trace: TraceAt): void {
  table.parts.push({ ...part, trace: trace(part.at) });
}

/** Takes a column away with what stands on it, as the database does. */
export function removeColumn(work: WorkSchema, table: WorkTable, name: string): void {
  table.columns = table.columns.filter((column) => !work.same(column.name, name));
  table.parts = table.parts.filter((part) => !usesColumn(work, part, name));
  const key = keyOf({ name: table.name, schema: table.schema });
  for (const [objectName, { object }] of work.objects) if (object.kind === "sequence" && object.ownedBy?.table === key && object.ownedBy.column === name) work.objects.delete(objectName);
}

function usesColumn(work: WorkSchema, part: PartFact, name: string): boolean {
  const among = (columns: readonly string[]) => columns.some((column) => work.same(column, name));
  switch (part.kind) {
    case "primaryKey":
    case "unique":
    case "foreignKey":
      return among(part.columns);
    case "check":
      return part.column !== undefined && work.same(part.column, name);
    case "index":
      return among(part.parts.flatMap((each) => ("column" in each ? [each.column] : []))) || among(part.include ?? []);
    case "exclusion":
      return among(part.elements.flatMap((each) => ("column" in each ? [each.column] : [])));
  }
}

/** A column's new name, in everything of its table and in the keys that point at it. */
export function renameColumn(work: WorkSchema, table: WorkTable, from: string, to: string): void {
  work.settleNames(table);
  const key = keyOf({ name: table.name, schema: table.schema });
  const renamed = (columns: readonly string[]) => columns.map((column) => (work.same(column, from) ? to : column));
  const inSql = (sql: string) => renameInSql(sql, from, to, [table.name]);
  table.columns = table.columns.map((column): WorkColumn => ({ ...column, name: work.same(column.name, from) ? to : column.name, ...(column.generated && { generated: { ...column.generated, sql: inSql(column.generated.sql) } }) }));
  const element = <E extends { readonly column: string } | { readonly expression: string }>(each: E): E => ("column" in each ? { ...each, column: renamed([each.column])[0]! } : { ...each, expression: inSql(each.expression) });
  table.parts = table.parts.map((part): WorkPart => {
    switch (part.kind) {
      case "primaryKey":
      case "unique":
        return { ...part, columns: renamed(part.columns), ...(part.include && { include: renamed(part.include) }) };
      case "foreignKey":
        return { ...part, columns: renamed(part.columns) };
      case "check":
        return { ...part, sql: inSql(part.sql), ...(part.column !== undefined && { column: renamed([part.column])[0]! }) };
      case "index":
        return { ...part, parts: part.parts.map(element), ...(part.include && { include: renamed(part.include) }), ...(part.where !== undefined && { where: inSql(part.where) }) };
      case "exclusion":
        return { ...part, elements: part.elements.map(element), ...(part.where !== undefined && { where: inSql(part.where) }) };
    }
  });
  for (const other of work.tables.values()) {
    other.parts = other.parts.map((part) => (part.kind === "foreignKey" && part.referred && work.find(work.tables, part.table) === key ? { ...part, referred: renamed(part.referred) } : part));
  }
  for (const each of work.objects.values()) if (each.object.kind === "sequence" && each.object.ownedBy?.table === key && each.object.ownedBy.column === from) each.object = { ...each.object, ownedBy: { table: key, column: to } };
}

/** A table's new name, in everything that points at it. */
export function renameTable(work: WorkSchema, table: WorkTable, to: { readonly name: string; readonly schema?: string | undefined }): void {
  work.settleNames(table);
  const from = keyOf({ name: table.name, schema: table.schema });
  // Keys that point at it are found by the name it had.
  const pointing = [...work.tables.values()].map((other) => ({ other, parts: other.parts.map((part) => part.kind === "foreignKey" && work.find(work.tables, part.table) === from) }));
  table.name = to.name;
  table.schema = to.schema;
  const key = work.rekey(from, table);
  for (const { other, parts } of pointing) {
    other.parts = other.parts.map((part, at) => (parts[at] && part.kind === "foreignKey" ? { ...part, table: { ...to, at: part.table.at } as Name } : part));
    const moved = (name: string) => (name === from ? key : name);
    if (other.facts?.inherits) other.facts = { ...other.facts, inherits: other.facts.inherits.map(moved) };
    if (other.facts?.partitionOf) other.facts = { ...other.facts, partitionOf: { ...other.facts.partitionOf, table: moved(other.facts.partitionOf.table) } };
  }
  for (const [name, each] of work.objects) {
    const { object } = each;
    const moved = "table" in object && object.table === from ? { ...object, table: key } : object.kind === "sequence" && object.ownedBy?.table === from ? { ...object, ownedBy: { ...object.ownedBy, table: key } } : undefined;
    if (!moved) continue;
    work.objects.delete(name);
    work.objects.set(objectKey(moved), { ...each, object: moved });
  }
}

export function twice(subject: string, at: number, other: SqlTrace): SqlFault {
  const { file, line } = other.place;
  return new SqlFault(`${subject} is defined twice`, at, { hint: `The other one is at ${file}:${line}.`, isTwice: true });
}

/** What a partition has of its own beside what the partitioned table gives it. */
export function asPartition(work: WorkSchema, partition: WorkTable, parent: WorkTable, facts: NonNullable<TableFacts["partitionOf"]>): void {
  const whole = [...work.inherited(parent), ...parent.columns];
  const same = (column: WorkColumn) => {
    const given = whole.find((each) => each.name === column.name);
    return given !== undefined && given.type === column.type && JSON.stringify(given.default) === JSON.stringify(column.default) && JSON.stringify(given.generated) === JSON.stringify(column.generated) && given.notNull === column.notNull;
  };
  partition.columns = partition.columns.filter((column) => !same(column));
  partition.parts = partition.parts.filter((part) => !(part.kind === "check" && parent.parts.some((each) => each.kind === "check" && each.name === part.name)));
  partition.facts = mergedFacts(partition.facts, { partitionOf: facts });
}
