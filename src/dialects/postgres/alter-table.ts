import { GravenError } from "../../base/errors.ts";
import { sameJson } from "../../base/json.ts";
import type { AlterTable, TableChanges } from "../../operations/alter-table.ts";
import { findTable } from "../../schema/find.ts";
import type { Schema, Table, TableFacts } from "../../schema/types.ts";
import { indexPartsSql } from "../ansi/table-sql.ts";
import { joined } from "./objects/create.ts";
import { optionChanges, withOptions } from "./options.ts";
import { quote, tableName } from "./quote.ts";
import { spelling } from "./spelling.ts";

type Change<K extends keyof TableFacts> = (table: string, before: TableFacts[K] | undefined, after: TableFacts[K] | undefined, present: Table) => readonly string[];

/** https://www.postgresql.org/docs/current/sql-altertable.html */
const changes: { readonly [K in keyof TableFacts]-?: Change<K> } = {
  inherits: (table, before = [], after = []) => [
    ...before.filter((parent) => !after.includes(parent)).map((parent) => `ALTER TABLE ${tableName(table)} NO INHERIT ${tableName(parent)}`),
    ...after.filter((parent) => !before.includes(parent)).map((parent) => `ALTER TABLE ${tableName(table)} INHERIT ${tableName(parent)}`),
  ],
  partitionBy: (table) => {
    throw new GravenError("RUN-022", `PostgreSQL cannot change how the table "${table}" is partitioned.`, { hint: "Make a new table, move the rows with op.execute(…), and rename it." });
  },
  partitionOf: (table, before, after) => [
    ...(before ? [`ALTER TABLE ${tableName(before.table)} DETACH PARTITION ${tableName(table)}`] : []),
    ...(after ? [`ALTER TABLE ${tableName(after.table)} ATTACH PARTITION ${tableName(table)} ${after.bound}`] : []),
  ],
  rowSecurity: (table, before, after) => [
    ...(before === "forced" && after !== "forced" ? [`ALTER TABLE ${tableName(table)} NO FORCE ROW LEVEL SECURITY`] : []),
    ...(!before !== !after ? [`ALTER TABLE ${tableName(table)} ${after ? "ENABLE" : "DISABLE"} ROW LEVEL SECURITY`] : []),
    ...(before !== "forced" && after === "forced" ? [`ALTER TABLE ${tableName(table)} FORCE ROW LEVEL SECURITY`] : []),
  ],
  replicaIdentity: (table, _, after) => [`ALTER TABLE ${tableName(table)} REPLICA IDENTITY ${after === undefined ? "DEFAULT" : typeof after === "string" ? after.toUpperCase() : `USING INDEX ${quote(after.index)}`}`],
  clusteredOn: (table, _, after) => [after === undefined ? `ALTER TABLE ${tableName(table)} SET WITHOUT CLUSTER` : `ALTER TABLE ${tableName(table)} CLUSTER ON ${quote(after)}`],
  unlogged: (table, _, after) => [`ALTER TABLE ${tableName(table)} SET ${after ? "UNLOGGED" : "LOGGED"}`],
  accessMethod: (table, _, after) => [`ALTER TABLE ${tableName(table)} SET ACCESS METHOD ${quote(after ?? "heap")}`],
  tablespace: (table, _, after) => [`ALTER TABLE ${tableName(table)} SET TABLESPACE ${quote(after ?? "pg_default")}`],
  options: (table, before, after) => optionChanges(`TABLE ${tableName(table)}`, before, after),
  partitions: foreign,
  withoutRowid: foreign,
  strict: foreign,
  engine: foreign,
  charset: foreign,
  collation: foreign,
  systemVersioned: foreign,
  periods: foreign,
};

/** The facts of other databases, which `refuse` has told: nothing is left to do. */
function foreign(): readonly string[] {
  return [];
}

export function alterTable({ table, changes: wanted }: AlterTable, before: Schema): readonly string[] {
  const present = findTable(before, table);
  return factChanges(table, present, wanted);
}

function factChanges(key: string, present: Table, wanted: TableChanges): readonly string[] {
  return (Object.keys(changes) as (keyof TableFacts)[]).flatMap((fact) => {
    if (wanted[fact] === undefined || sameJson(present.facts?.[fact] ?? null, wanted[fact])) return [];
    return (changes[fact] as Change<keyof TableFacts>)(key, present.facts?.[fact], wanted[fact] ?? undefined, present);
  });
}

/** What CREATE TABLE says of a table's facts. */
export function tableWords({ facts = {} }: Table): { readonly words: string; readonly head: string; readonly end: string } {
  const { inherits, partitionBy, partitionOf, unlogged, accessMethod, tablespace, options } = facts;
  return {
    words: unlogged ? "CREATE UNLOGGED TABLE" : "CREATE TABLE",
    head: partitionOf ? ` PARTITION OF ${tableName(partitionOf.table)}` : "",
    end: [
      partitionOf?.bound,
      inherits && `INHERITS (${inherits.map(tableName).join(", ")})`,
      partitionBy && `PARTITION BY ${partitionBy.strategy.toUpperCase()} (${indexPartsSql(quote, { name: "", parts: partitionBy.parts }, spelling.collation)})`,
      accessMethod && `USING ${quote(accessMethod)}`,
      withOptions(options),
      tablespace && `TABLESPACE ${quote(tablespace)}`,
    ]
      .filter(Boolean)
      .map((each) => ` ${each as string}`)
      .join(""),
  };
}

/** What is said of a new table once its indexes stand. */
export function factsAfterCreation(key: string, table: Table): readonly string[] {
  const { rowSecurity, replicaIdentity, clusteredOn } = table.facts ?? {};
  return factChanges(key, { ...table, facts: {} }, { ...(rowSecurity && { rowSecurity }), ...(replicaIdentity && { replicaIdentity }), ...(clusteredOn !== undefined && { clusteredOn }) });
}

/** What a table says of an index that it names, which went with the one before it. */
export function marksAgain(key: string, name: string, before: Schema): readonly string[] {
  const table = before.tables[key];
  const { clusteredOn, replicaIdentity } = table?.facts ?? {};
  const isNamed = typeof replicaIdentity === "object" && replicaIdentity.index === name;
  return table ? factChanges(key, { ...table, facts: {} }, { ...(isNamed && { replicaIdentity }), ...(clusteredOn === name && { clusteredOn }) }) : [];
}

/** The storage of nearly all types of variable length; the word DEFAULT came with version 16. */
const usualStorage = "extended";

/** What ALTER COLUMN says of a column's facts. */
export function columnFactChanges(key: string, name: string, before: Table["columns"][number]["facts"] = {}, after: Table["columns"][number]["facts"] = {}): string[] {
  const alter = `ALTER TABLE ${tableName(key)} ALTER COLUMN ${quote(name)}`;
  return [
    ...(before.storage === after.storage ? [] : [`${alter} SET STORAGE ${(after.storage ?? usualStorage).toUpperCase()}`]),
    ...(before.compression === after.compression ? [] : [`${alter} SET COMPRESSION ${after.compression ?? "default"}`]),
    ...(before.statistics === after.statistics ? [] : [`${alter} SET STATISTICS ${after.statistics ?? -1}`]),
    ...optionChanges("", before.options, after.options).map((each) => joined(alter, each.slice("ALTER  ".length))),
  ];
}
