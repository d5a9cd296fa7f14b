import { sameJson } from "../../base/json.ts";
import type { AlterTable } from "../../operations/alter-table.ts";
import { findTable } from "../../schema/find.ts";
import type { Refusal } from "../dialect.ts";
import type { Schema, Table, TableFacts } from "../../schema/types.ts";
import { alterSql } from "./alter-table.ts";
import type { Flavour } from "./flavours.ts";
import { repartition } from "./partitions.ts";
import { quote, tableName, textLiteral } from "./quoting.ts";
import { countsUp } from "./spelling.ts";
import { periodSql, versioningClauses } from "./system-versioning.ts";

/** The facts that the servers know of a table. */
const ownFacts: readonly (keyof TableFacts)[] = ["engine", "charset", "collation", "options", "partitions", "systemVersioned", "periods"];

export function refuseFacts(flavour: Flavour, key: string, { facts = {}, exclusions = [] }: Table): Refusal[] {
  const foreign = (Object.keys(facts) as (keyof TableFacts)[]).filter((fact) => !ownFacts.includes(fact) || ((fact === "systemVersioned" || fact === "periods") && !flavour.sequences));
  return [
    ...foreign.map((fact) => ({ path: key, message: `${flavour.title} does not know ${fact} of a table, which "${key}" says.`, hint: `Leave ${fact} out of the models of this database.` })),
    ...exclusions.map(({ name }) => ({ path: `${key}.${name}`, message: `${flavour.title} has no exclusion constraints.`, hint: "Use a trigger that signals an error." })),
  ];
}

/** InnoDB for foreign keys and transactions, and utf8mb4 whatever the server's own charset, which may keep less than Unicode. */
export function tableEnd(flavour: Flavour, table: Table): string {
  const start = table.columns.find(countsUp)?.identity?.start;
  const { engine = "InnoDB", charset = "utf8mb4", collation, options = {}, partitions, systemVersioned } = table.facts ?? {};
  return [
    ` ENGINE=${engine}`,
    start === undefined ? "" : ` AUTO_INCREMENT=${start}`,
    ` DEFAULT CHARSET=${charset}`,
    collation === undefined ? "" : ` COLLATE=${collation}`,
    table.comment === undefined ? "" : ` COMMENT=${textLiteral(table.comment)}`,
    ...Object.entries(options).map(([name, value]) => ` ${optionSql(name, value)}`),
    systemVersioned && flavour.sequences ? " WITH SYSTEM VERSIONING" : "",
    partitions === undefined ? "" : ` PARTITION BY ${partitions}`,
  ].join("");
}

/** https://dev.mysql.com/doc/refman/8.0/en/alter-table.html and https://mariadb.com/kb/en/alter-table/ */
export function alterTableFacts(flavour: Flavour, { table, changes }: AlterTable, before: Schema): readonly string[] {
  const present = findTable(before, table).facts ?? {};
  const clauses: string[] = changes.periods === undefined ? [] : periodChanges(present.periods, changes.periods ?? {});
  if (changes.engine !== undefined) clauses.push(`ENGINE=${changes.engine ?? "InnoDB"}`);
  if (changes.charset !== undefined || changes.collation !== undefined) {
    const charset = changes.charset === undefined ? present.charset : changes.charset;
    const collation = changes.collation === undefined ? present.collation : changes.collation;
    // What the columns hold is left as it is: each says its own.
    clauses.push(`DEFAULT CHARSET=${charset ?? "utf8mb4"}${collation ? ` COLLATE=${collation}` : ""}`);
  }
  if (changes.options !== undefined) {
    for (const [name, value] of Object.entries(changes.options ?? {})) if (present.options?.[name] !== value) clauses.push(optionSql(name, value));
    for (const name of Object.keys(present.options ?? {})) if (!(name in (changes.options ?? {}))) clauses.push(optionSql(name, none[name] ?? "DEFAULT"));
  }
  if (changes.systemVersioned !== undefined) clauses.push(...versioningClauses(flavour, before, table, Boolean(changes.systemVersioned)));
  const altered = clauses.length ? [alterSql(table, clauses)] : [];
  if (changes.partitions === undefined) return altered;
  const partitions = `ALTER TABLE ${tableName(table)} ${repartition(present.partitions, changes.partitions)}`;
  // Partitions of the history stand while there is one.
  return changes.partitions === null || changes.systemVersioned === null ? [partitions, ...altered] : [...altered, partitions];
}

function periodChanges(before: TableFacts["periods"] = {}, after: NonNullable<TableFacts["periods"]>): string[] {
  const changed = (name: string) => !sameJson(before[name], after[name]);
  return [
    ...Object.keys(before).filter(changed).map((name) => `DROP PERIOD FOR ${quote(name)}`),
    ...Object.entries(after).filter(([name]) => changed(name)).map(([name, [from, to]]) => `ADD ${periodSql(quote(name), from, to)}`),
  ];
}

/** What stands for nothing where DEFAULT does not. */
const none: Readonly<Record<string, string>> = { ENCRYPTION: "N", COMPRESSION: "NONE" };

/** Two of MySQL's options take a text and no word: https://dev.mysql.com/doc/refman/8.4/en/create-table.html */
function optionSql(name: string, value: string): string {
  return `${name}=${/^(?:encryption|compression)$/i.test(name) && !value.startsWith("'") ? textLiteral(value) : value}`;
}
