import type { Schema } from "../../schema/types.ts";
import { joinedEffects, noEffects, type Effects, type TableWork } from "../effects.ts";
import type { Statement, StatementOf } from "../ansi/statement.ts";
import type { AlterAction } from "../ansi/statement.ts";
import { keyLike, tableOfIndex } from "../ansi/schema-lookup.ts";

/** What a statement does to those who use the file: https://www.sqlite.org/lockingv3.html and https://www.sqlite.org/wal.html */
export function statementEffects(statement: Statement, schema: Schema): Effects {
  return (kinds[statement.kind] as (statement: Statement, schema: Schema) => Effects)(statement, schema);
}

/** One writer at a time for the whole file, until its transaction ends. Readers go on in WAL mode, and wait for the commit otherwise. */
const writing = (work: readonly TableWork[] = []): Effects => ({ ...noEffects, locks: [{ table: "*", mode: "RESERVED", blocks: "writes" }], work });
const none = () => noEffects;
const writes = () => writing();

const kinds: { readonly [K in Statement["kind"]]: (statement: StatementOf<K>, schema: Schema) => Effects } = {
  createTable: writes,
  alterTable: ({ table, actions }, schema) => joinedEffects(actions.map((action) => alterEffects(keyLike(schema, table), action))),
  createIndex: ({ table }, schema) => writing([{ table: keyLike(schema, table), kind: "index build" }]),
  dropTable: writes,
  dropIndex: ({ indexes }, schema) => ({ ...writing(), known: indexes.every((index) => tableOfIndex(schema, index) !== undefined) }),
  renameTables: writes,
  alterIndex: writes,
  createTrigger: writes,
  dropTrigger: writes,
  createRoutine: none,
  createType: none,
  createDomain: none,
  alterDomain: none,
  addEnumLabel: none,
  renameEnumLabel: none,
  truncate: writes,
  // A rebuild copies its table by INSERT … SELECT into one that has a name of its own.
  insert: ({ table }) => (table.startsWith("_graven_new_") ? writing([{ table: table.slice("_graven_new_".length), kind: "rewrite" }]) : writing()),
  update: writes,
  delete: writes,
  select: none,
  comment: none,
  reindex: ({ name }, schema) => writing([{ table: tableOfIndex(schema, name) ?? name, kind: "index build" }]),
  vacuum: () => ({ ...noEffects, locks: [{ table: "*", mode: "EXCLUSIVE", blocks: "reads and writes" }], work: [{ table: "*", kind: "rewrite" }], outsideTransaction: true }),
  cluster: none,
  analyze: writes,
  refresh: none,
  lockTable: none,
  transaction: none,
  set: none,
  grant: none,
  policy: none,
  rule: none,
  drop: writes,
  create: writes,
  alter: none,
  block: none,
  other: none,
};

/** https://www.sqlite.org/lang_altertable.html: DROP COLUMN writes the table anew, ADD COLUMN with a CHECK reads it. */
function alterEffects(key: string, action: AlterAction): Effects {
  if (action.kind === "dropColumn") return writing([{ table: key, kind: "rewrite" }]);
  if (action.kind === "addColumn" && (action.column.check || (action.column.generated !== undefined && action.column.notNull))) return writing([{ table: key, kind: "scan" }]);
  return writing();
}
