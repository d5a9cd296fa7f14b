import type { Algorithm } from "../effects.ts";
import { mariadbFlavour, mysqlFlavour, type Flavour } from "./flavours.ts";

/** The cheapest way in which a server does a change that one of the two does more cheaply than the other. */
export interface InstantFacts {
  readonly flavour: Flavour;
  readonly addIndex: Algorithm;
  readonly dropIndex: Algorithm;
  readonly renameIndex: Algorithm;
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
export const mysqlInstant: InstantFacts = {
  flavour: mysqlFlavour,
  addIndex: "INPLACE",
  dropIndex: "INPLACE",
  renameIndex: "INPLACE",
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
export const mariadbInstant: InstantFacts = {
  flavour: mariadbFlavour,
  addIndex: "NOCOPY",
  dropIndex: "NOCOPY",
  renameIndex: "INSTANT",
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
