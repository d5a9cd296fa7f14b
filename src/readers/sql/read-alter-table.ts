import type { Cursor } from "./cursor.ts";
import { SqlFault } from "./cursor.ts";
import type { AlterAction, AlterTableFact, ColumnChange, Name, TableOptions } from "./facts.ts";
import { readColumn, readIdentityOptions } from "./read-column.ts";
import { beginsPart, readDeferrable, readTablePart } from "./read-constraint.ts";
import { readDefault } from "./read-expression.ts";
import { collationName, readStorage } from "./read-index.ts";
import { readBound, readTableOptions } from "./read-table.ts";
import { readPeriod, takeVersioning } from "./read-versioning.ts";
import { readType } from "./read-type.ts";

type Action = AlterAction extends infer A ? (A extends { readonly at: number } ? Omit<A, "at"> : never) : never;

/** Reads ALTER TABLE from its name on. */
export function readAlterTable(cursor: Cursor, at: number): AlterTableFact {
  const ifExists = cursor.take("IF", "EXISTS");
  cursor.take("ONLY");
  const table: Name = cursor.qualifiedName("the table");
  cursor.takeSymbol("*");
  const actions: AlterAction[] = [];
  while (!cursor.isAtEnd) {
    const start = cursor.offset;
    const read = readAction(cursor);
    actions.push(...(Array.isArray(read) ? read : [read]).map((action) => ({ at: start, ...action }) as AlterAction));
    if (!cursor.isAtEnd && !cursor.takeSymbol(",") && !continues(cursor)) throw cursor.fault("this is not understood in ALTER TABLE");
  }
  return { kind: "alterTable", at, table, ...(ifExists && { ifExists: true }), actions };
}

/** MySQL's options follow each other without commas. */
function continues(cursor: Cursor): boolean {
  return cursor.isWord("DEFAULT", "CHARSET", "CHARACTER", "COLLATE", "ENGINE", "COMMENT", "ROW_FORMAT", "PARTITION");
}

const nothing: Action = { kind: "nothing" };

function readAction(cursor: Cursor): Action | Action[] {
  if (cursor.take("ADD")) return readAdd(cursor);
  if (cursor.take("DROP")) return readDrop(cursor);
  if (cursor.take("MODIFY")) {
    cursor.take("COLUMN");
    cursor.take("IF", "EXISTS");
    const { column, place } = readColumn(cursor);
    return { kind: "changeColumn", from: column.name, column, ...(place !== undefined && { place }) };
  }
  if (cursor.take("CHANGE")) {
    cursor.take("COLUMN");
    cursor.take("IF", "EXISTS");
    const from = cursor.name("a column");
    const { column, place } = readColumn(cursor);
    return { kind: "changeColumn", from, column, ...(place !== undefined && { place }) };
  }
  if (cursor.take("ALTER")) return readAlter(cursor);
  if (cursor.take("RENAME")) return readRename(cursor);
  if (cursor.take("VALIDATE", "CONSTRAINT")) return { kind: "validate", name: cursor.name() };
  if (cursor.take("ATTACH", "PARTITION")) {
    const partition: Name = cursor.qualifiedName("the partition");
    return { kind: "attachPartition", partition, bound: readBound(cursor) };
  }
  if (cursor.take("DETACH", "PARTITION")) {
    const partition: Name = cursor.qualifiedName("the partition");
    void cursor.takeOne("CONCURRENTLY", "FINALIZE");
    return { kind: "detachPartition", partition };
  }
  if (cursor.take("INHERIT")) return { kind: "inherit", parent: cursor.qualifiedName("a table") };
  if (cursor.take("NO", "INHERIT")) return { kind: "inherit", parent: cursor.qualifiedName("a table"), remove: true };
  if (cursor.take("OWNER", "TO")) {
    cursor.next();
    return nothing;
  }
  if (cursor.isWord("ENABLE", "DISABLE")) return readEnable(cursor);
  if (cursor.take("FORCE", "ROW", "LEVEL", "SECURITY")) return { kind: "rowSecurity", forced: true };
  if (cursor.take("NO", "FORCE", "ROW", "LEVEL", "SECURITY")) return { kind: "rowSecurity", forced: false };
  if (cursor.take("REPLICA", "IDENTITY")) return readReplicaIdentity(cursor);
  if (cursor.take("CLUSTER", "ON")) return { kind: "setFacts", facts: { clusteredOn: cursor.name() } };
  if (cursor.isWord("SET") && cursor.syntax.features.has("enumTypes")) return readSet(cursor);
  if (cursor.take("RESET")) return { kind: "resetOptions", names: cursor.nameList() };
  if (cursor.take("CONVERT", "TO")) {
    const options: TableOptions = {};
    readOptionsUpToComma(cursor, options);
    return { kind: "setOptions", options };
  }
  if (cursor.takeOne("ALGORITHM", "LOCK")) {
    cursor.takeSymbol("=");
    cursor.next();
    return nothing;
  }
  if (cursor.take("ORDER", "BY")) {
    cursor.rest();
    return nothing;
  }
  const options: TableOptions = {};
  if (cursor.take("REMOVE", "PARTITIONING")) return { kind: "setFacts", facts: { partitions: null } };
  readOptionsUpToComma(cursor, options);
  return { kind: "setOptions", options };
}

function readOptionsUpToComma(cursor: Cursor, options: TableOptions): void {
  const from = cursor.at;
  if (cursor.isWord("PARTITION")) {
    readTableOptions(cursor, options);
    return;
  }
  const part = cursor.part();
  if (part.isAtEnd) throw cursor.fault("this is not understood in ALTER TABLE");
  try {
    readTableOptions(part, options);
  } catch (error) {
    if (error instanceof SqlFault && part.at === from) throw new SqlFault("this is not understood in ALTER TABLE", error.at);
    throw error;
  }
}

function readAdd(cursor: Cursor): Action | Action[] {
  if (takeVersioning(cursor)) return { kind: "setFacts", facts: { systemVersioned: true } };
  if (cursor.take("PERIOD", "FOR")) return { kind: "period", ...readPeriod(cursor) };
  if (cursor.looksAt("CONSTRAINT") || beginsPart(cursor)) return readAddPart(cursor);
  cursor.take("COLUMN");
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const existing = ifNotExists ? { ifNotExists: true as const } : {};
  if (cursor.isSymbol("(")) {
    return cursor
      .brackets()
      .parts()
      .map((part): Action => (beginsPart(part) ? { kind: "addPart", part: readTablePart(part) } : { kind: "addColumn", column: readColumn(part).column, ...existing }));
  }
  const { column, place } = readColumn(cursor);
  return { kind: "addColumn", column, ...existing, ...(place !== undefined && { place }) };
}

function readAddPart(cursor: Cursor): Action {
  // PostgreSQL: a constraint made of an index that is there.
  const start = cursor.at;
  const at = cursor.offset;
  const name = cursor.take("CONSTRAINT") ? cursor.takeName() : undefined;
  const isIfNotExists = cursor.take("IF", "NOT", "EXISTS");
  const kind = cursor.take("PRIMARY", "KEY") ? "primaryKey" : cursor.take("UNIQUE") ? "unique" : undefined;
  if (kind && cursor.take("USING", "INDEX")) {
    const usingIndex = cursor.name("the index");
    return { kind: "addPart", part: { kind, at, columns: [], name: name ?? usingIndex, ...readDeferrable(cursor) }, usingIndex };
  }
  cursor.at = start;
  if (isIfNotExists) {
    cursor.at = start + 2;
    cursor.take("IF", "NOT", "EXISTS");
    const part = readTablePart(cursor);
    return { kind: "addPart", part: name === undefined ? part : { ...part, name }, ifNotExists: true };
  }
  return { kind: "addPart", part: readTablePart(cursor) };
}

function readDrop(cursor: Cursor): Action {
  const of = dropTarget(cursor);
  const ifExists = cursor.take("IF", "EXISTS") && { ifExists: true as const };
  if (of === "primaryKey") return { kind: "dropPart", of };
  if (of === "period") return readDroppedPeriod(cursor);
  if (of === "versioning") return { kind: "setFacts", facts: { systemVersioned: null } };
  const name = cursor.name("what is dropped");
  void cursor.takeOne("CASCADE", "RESTRICT");
  return of === "column" ? { kind: "dropColumn", column: name, ...ifExists } : { kind: "dropPart", of, name, ...ifExists };
}

function readDroppedPeriod(cursor: Cursor): Action {
  cursor.take("IF", "EXISTS");
  return { kind: "period", name: cursor.name("the period"), columns: null };
}

function dropTarget(cursor: Cursor) {
  if (cursor.take("PRIMARY", "KEY")) return "primaryKey";
  if (takeVersioning(cursor)) return "versioning";
  if (cursor.take("PERIOD", "FOR")) return "period";
  if (cursor.take("FOREIGN", "KEY")) return "foreignKey";
  if (cursor.take("CONSTRAINT")) return "constraint";
  if (cursor.syntax.features.has("keyInTable")) {
    if (cursor.takeOne("INDEX", "KEY")) return "index";
    if (cursor.take("CHECK")) return "check";
  }
  cursor.take("COLUMN");
  return "column";
}

function readAlter(cursor: Cursor): Action {
  if (cursor.take("CONSTRAINT")) {
    const name = cursor.name();
    return { kind: "alterConstraint", name, deferrable: readDeferrable(cursor).deferrable ?? null };
  }
  if (cursor.takeOne("INDEX", "KEY")) {
    const name = cursor.name();
    return { kind: "indexVisibility", name, invisible: cursor.takeOne("INVISIBLE", "IGNORED") !== undefined || (cursor.next(), false) };
  }
  cursor.take("COLUMN");
  const column = cursor.name("a column");
  return { kind: "alterColumn", column, change: readColumnChange(cursor) };
}

function readColumnChange(cursor: Cursor): ColumnChange {
  if (cursor.take("TYPE") || cursor.take("SET", "DATA", "TYPE")) {
    const type = readType(cursor);
    const collation = cursor.take("COLLATE") ? { collation: collationName(cursor) } : {};
    // What is done to the rows on the way is not in the model.
    if (cursor.take("USING")) while (!cursor.isAtEnd && !cursor.isSymbol(",")) cursor.skip();
    return { type, ...collation };
  }
  if (cursor.take("SET", "DEFAULT")) return { default: readDefault(cursor) ?? null };
  if (cursor.take("DROP", "DEFAULT")) return { default: null };
  if (cursor.take("SET", "NOT", "NULL")) return { notNull: true };
  if (cursor.take("DROP", "NOT", "NULL")) return { notNull: false };
  if (cursor.take("DROP", "IDENTITY")) {
    cursor.take("IF", "EXISTS");
    return { identity: null };
  }
  if (cursor.take("DROP", "EXPRESSION")) {
    cursor.take("IF", "EXISTS");
    return { generated: null };
  }
  if (cursor.take("ADD", "GENERATED")) {
    const generation = cursor.take("BY", "DEFAULT") ? "byDefault" : (cursor.expect("ALWAYS"), "always" as const);
    cursor.expect("AS", "IDENTITY");
    return { identity: { generation, ...(cursor.isSymbol("(") && readIdentityOptions(cursor.brackets())) } };
  }
  if (cursor.take("SET", "STATISTICS")) {
    const statistics = cursor.number();
    return { facts: { statistics: statistics < 0 ? null : statistics } };
  }
  if (cursor.take("SET", "STORAGE")) return { facts: { storage: cursor.name().toLowerCase() } };
  if (cursor.take("SET", "COMPRESSION")) {
    const compression = cursor.name().toLowerCase();
    return { facts: { compression: compression === "default" ? null : compression } };
  }
  if (cursor.isWord("SET") && cursor.isSymbol("(", 1)) {
    cursor.at++;
    return { facts: { options: readStorage(cursor) } };
  }
  throw cursor.fault("this change of a column is not understood");
}

function readRename(cursor: Cursor): Action {
  if (cursor.take("CONSTRAINT") || cursor.takeOne("INDEX", "KEY")) {
    const from = cursor.name();
    cursor.expect("TO");
    return { kind: "renamePart", from, to: cursor.name() };
  }
  if (cursor.takeOne("TO", "AS")) return { kind: "renameTable", to: cursor.qualifiedName("the new name") };
  cursor.take("COLUMN");
  const from = cursor.name("a column");
  // MySQL: RENAME new_name.
  if (!cursor.take("TO")) return { kind: "renameTable", to: { name: from, at: cursor.offset } };
  return { kind: "renameColumn", from, to: cursor.name("the new name") };
}

function readEnable(cursor: Cursor): Action {
  const word = cursor.next().value;
  if (cursor.take("ROW", "LEVEL", "SECURITY")) return { kind: "rowSecurity", enabled: word === "ENABLE" };
  if (cursor.take("KEYS")) return nothing;
  const mode = cursor.takeOne("ALWAYS", "REPLICA");
  const what = cursor.takeOne("TRIGGER", "RULE");
  if (!what) throw cursor.fault("this is not understood in ALTER TABLE");
  const name = cursor.name();
  const enabled = word === "DISABLE" ? "disabled" : mode === undefined ? null : mode === "ALWAYS" ? "always" : "replica";
  return { kind: "enableTrigger", what: what === "RULE" ? "rule" : "trigger", name, enabled };
}

function readReplicaIdentity(cursor: Cursor): Action {
  if (cursor.take("USING", "INDEX")) return { kind: "setFacts", facts: { replicaIdentity: { index: cursor.name() } } };
  const word = cursor.takeOne("FULL", "NOTHING", "DEFAULT");
  return { kind: "setFacts", facts: { replicaIdentity: word === "FULL" ? "full" : word === "NOTHING" ? "nothing" : null } };
}

function readSet(cursor: Cursor): Action {
  if (cursor.take("SET", "SCHEMA")) return { kind: "setSchema", schema: cursor.name() };
  if (cursor.take("SET", "LOGGED")) return { kind: "setFacts", facts: { unlogged: null } };
  if (cursor.take("SET", "UNLOGGED")) return { kind: "setFacts", facts: { unlogged: true } };
  if (cursor.take("SET", "WITHOUT", "CLUSTER")) return { kind: "setFacts", facts: { clusteredOn: null } };
  if (cursor.take("SET", "WITHOUT", "OIDS")) return nothing;
  if (cursor.take("SET", "TABLESPACE")) return { kind: "setFacts", facts: { tablespace: cursor.name() } };
  if (cursor.take("SET", "ACCESS", "METHOD")) return { kind: "setFacts", facts: { accessMethod: cursor.name() } };
  cursor.expect("SET");
  return { kind: "setOptions", options: { facts: { options: readStorage(cursor) } } };
}
