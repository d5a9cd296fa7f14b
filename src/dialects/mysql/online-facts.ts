import type { Algorithm } from "../effects.ts";
import { mariadbFlavour, mysqlFlavour, type Flavour } from "./flavours.ts";

/** The cheapest way in which a server does a change that one of the two does more cheaply than the other. */
export interface InstantFacts {
  readonly flavour: Flavour;
  readonly addColumn: Algorithm;
  /** A column at a place among the others. */
  readonly addPlaced: Algorithm;
  readonly addIndex: Algorithm;
  readonly dropIndex: Algorithm;
  readonly renameIndex: Algorithm;
  /** An index is dropped and added again with another comment, or the planner is told of it. */
  readonly sameIndex: Algorithm;
  readonly renameColumn: Algorithm;
  readonly dropColumn: Algorithm;
  readonly dropNotNull: Algorithm;
  readonly moveColumn: Algorithm;
  readonly sameColumn: Algorithm;
  readonly longerText: Algorithm;
  readonly addCounter: Algorithm;
  readonly addVirtual: Algorithm;
  readonly addColumnWithCheck: Algorithm;
  readonly addCheck: Algorithm;
  readonly dropCheck: Algorithm;
  readonly dropForeignKey: Algorithm;
  readonly tableComment: Algorithm;
}

/** MySQL 8.0.29 and later: https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html */
const mysqlNewest: InstantFacts = {
  flavour: mysqlFlavour,
  addColumn: "INSTANT",
  addPlaced: "INSTANT",
  addIndex: "INPLACE",
  dropIndex: "INPLACE",
  renameIndex: "INPLACE",
  sameIndex: "INPLACE",
  renameColumn: "INSTANT",
  dropColumn: "INSTANT",
  dropNotNull: "INPLACE",
  moveColumn: "INPLACE",
  sameColumn: "INSTANT",
  longerText: "INPLACE",
  addCounter: "INPLACE",
  addVirtual: "INSTANT",
  addColumnWithCheck: "COPY",
  addCheck: "COPY",
  dropCheck: "INPLACE",
  dropForeignKey: "INPLACE",
  tableComment: "INPLACE",
};

/** MariaDB 10.11: https://mariadb.com/kb/en/innodb-online-ddl-overview/ */
const mariadbNewest: InstantFacts = {
  flavour: mariadbFlavour,
  addColumn: "INSTANT",
  addPlaced: "INSTANT",
  addIndex: "NOCOPY",
  dropIndex: "NOCOPY",
  renameIndex: "INSTANT",
  sameIndex: "INSTANT",
  renameColumn: "INSTANT",
  dropColumn: "INSTANT",
  dropNotNull: "INSTANT",
  moveColumn: "INSTANT",
  sameColumn: "INSTANT",
  longerText: "INSTANT",
  addCounter: "INPLACE",
  addVirtual: "INSTANT",
  addColumnWithCheck: "INSTANT",
  addCheck: "COPY",
  dropCheck: "INSTANT",
  dropForeignKey: "INSTANT",
  tableComment: "INSTANT",
};

/** What a server did by more work before a version, the newest first: an older server has all that stands above it too. */
const mysqlBefore: readonly (readonly [string, Partial<InstantFacts>])[] = [
  ["8.0.29", { addPlaced: "INPLACE", dropColumn: "INPLACE" }],
  ["8.0.28", { renameColumn: "INPLACE" }],
  ["8.0.12", { addColumn: "INPLACE", addVirtual: "INPLACE", sameColumn: "INPLACE" }],
];
const mariadbBefore: readonly (readonly [string, Partial<InstantFacts>])[] = [
  ["10.4", { addPlaced: "INPLACE", dropColumn: "INPLACE", moveColumn: "INPLACE" }],
  // Neither INSTANT nor NOCOPY was there.
  ["10.3", { addColumn: "INPLACE", addVirtual: "INPLACE", renameColumn: "INPLACE", sameColumn: "INPLACE", longerText: "INPLACE", dropNotNull: "INPLACE", dropForeignKey: "INPLACE", tableComment: "INPLACE", addIndex: "INPLACE", dropIndex: "INPLACE", sameIndex: "INPLACE" }],
];

/** The facts of a MySQL server of this version; the newest where none is told. */
export function mysqlInstant(version?: string): InstantFacts {
  return factsAt(mysqlNewest, mysqlBefore, version);
}

/** The facts of a MariaDB server of this version; the newest where none is told. */
export function mariadbInstant(version?: string): InstantFacts {
  return factsAt(mariadbNewest, mariadbBefore, version);
}

function factsAt(newest: InstantFacts, changes: readonly (readonly [string, Partial<InstantFacts>])[], version: string | undefined): InstantFacts {
  return Object.assign({}, newest, ...changes.filter(([since]) => version !== undefined && isBefore(version, since)).map(([, facts]) => facts)) as InstantFacts;
}

/** Numbers that a version leaves out are the highest: `8.0` is the newest 8.0. */
function isBefore(version: string, since: string): boolean {
  const [given, wanted] = [version, since].map((text) => text.split(".").map(Number)) as [number[], number[]];
  const at = wanted.findIndex((number, index) => given[index] === undefined || given[index] !== number);
  return at >= 0 && (given[at] ?? Infinity) < wanted[at]!;
}
