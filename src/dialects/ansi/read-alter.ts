import { readColumn, readConstraint, readType, startsConstraint } from "./read-column.ts";
import type { AlterAction, AlterTableStatement } from "./statement.ts";
import { textOf, type TokenCursor } from "./token-cursor.ts";

/** What follows ALTER TABLE. */
export function readAlterTable(cursor: TokenCursor): AlterTableStatement {
  const ifExists = cursor.take("IF EXISTS");
  cursor.take("ONLY");
  const table = cursor.key();
  cursor.take("*");
  const clauses = cursor.clauses();
  const option = (name: string) => clauses.map((each) => (each.peek() === name ? optionValue(each) : undefined)).find(Boolean);
  const [algorithm, lock] = [option("ALGORITHM"), option("LOCK")];
  const actions = clauses.filter((each) => each.peek() !== "ALGORITHM" && !(each.peek() === "LOCK" && (each.peek(1) === "=" || each.tokens.length === 2))).flatMap(readAction);
  return { kind: "alterTable", table, ifExists, actions, ...(algorithm && { algorithm }), ...(lock && { lock }) };
}

/** `ALGORITHM = INPLACE`. */
function optionValue(cursor: TokenCursor): string {
  cursor.next();
  cursor.take("=");
  return cursor.next()?.text.toUpperCase() ?? "";
}

function readAction(cursor: TokenCursor): AlterAction[] {
  return [readOne(cursor) ?? { kind: "unknown", words: textOf(cursor.tokens) }].flat();
}

function readOne(cursor: TokenCursor): AlterAction | AlterAction[] | undefined {
  if (cursor.take("ADD")) return readAdd(cursor);
  if (cursor.take("DROP")) return readDrop(cursor);
  if (cursor.takeOne("ALTER INDEX", "ALTER KEY")) return { kind: "indexVisibility", name: cursor.name() };
  if (cursor.takeOne("ALTER CONSTRAINT", "ALTER CHECK")) {
    const name = cursor.name();
    const suspends = cursor.has("ENFORCED") ? cursor.has("NOT") : undefined;
    return { kind: "alterConstraint", name, ...(suspends !== undefined && { suspends }) };
  }
  if (cursor.take("ALTER")) return readAlterColumn(cursor);
  if (cursor.take("VALIDATE CONSTRAINT")) return { kind: "validateConstraint", name: cursor.name() };
  if (cursor.take("RENAME")) return readRename(cursor);
  if (cursor.take("MODIFY") || cursor.take("CHANGE")) {
    const isChange = cursor.tokens[0]!.text.toUpperCase() === "CHANGE";
    cursor.take("COLUMN");
    cursor.take("IF EXISTS");
    const from = isChange ? cursor.name() : undefined;
    const column = readColumn(cursor);
    return { kind: "modifyColumn", from: from ?? column.name, column };
  }
  if (cursor.take("SET SCHEMA")) return { kind: "setSchema", schema: cursor.name() };
  if (cursor.take("SET LOGGED")) return { kind: "setLogged" };
  if (cursor.take("SET UNLOGGED")) return { kind: "setUnlogged" };
  if (cursor.take("CLUSTER ON") || cursor.take("SET WITHOUT CLUSTER")) return { kind: "setStorageParameters" };
  if (cursor.take("SET ACCESS METHOD")) return { kind: "setAccessMethod" };
  if (cursor.take("SET TABLESPACE") || cursor.take("TABLESPACE")) return { kind: "setTablespace" };
  if (cursor.take("SET") || cursor.take("RESET")) return { kind: "setStorageParameters" };
  if (cursor.take("ATTACH PARTITION")) return { kind: "attachPartition", partition: cursor.key(), concurrently: false };
  if (cursor.take("DETACH PARTITION")) {
    const partition = cursor.key();
    return { kind: "detachPartition", partition, concurrently: cursor.has("CONCURRENTLY") };
  }
  if (cursor.take("NO INHERIT")) return { kind: "noInherit", parent: cursor.key() };
  if (cursor.take("INHERIT")) return { kind: "inherit", parent: cursor.key() };
  if (cursor.take("REPLICA IDENTITY")) return { kind: "replicaIdentity" };
  if (cursor.takeOne("ENABLE", "DISABLE", "FORCE", "NO FORCE")) return { kind: cursor.has("SECURITY") ? "rowSecurity" : cursor.has("RULE") ? "rule" : "trigger" };
  if (cursor.take("OWNER TO")) return { kind: "owner" };
  if (cursor.take("ENGINE")) {
    cursor.take("=");
    return { kind: "engine", engine: cursor.name() };
  }
  if (cursor.take("CONVERT TO")) return { kind: "convertCharset", defaultOnly: false };
  if (cursor.takeOne("DEFAULT CHARACTER SET", "CHARACTER SET", "DEFAULT CHARSET", "CHARSET", "DEFAULT COLLATE", "COLLATE")) return { kind: "convertCharset", defaultOnly: true };
  if (cursor.take("TRUNCATE PARTITION")) return { kind: "dropPartition", keeps: true };
  if (cursor.take("EXCHANGE")) return { kind: "partitioning", edge: true };
  if (cursor.takeOne("PARTITION BY", "REMOVE PARTITIONING", "REORGANIZE", "COALESCE")) return { kind: "partitioning", edge: false };
  if (cursor.take("COMMENT")) return { kind: "tableComment" };
  if (cursor.take("AUTO_INCREMENT")) return { kind: "autoIncrement" };
  return undefined;
}

function readAdd(cursor: TokenCursor): AlterAction | AlterAction[] | undefined {
  const type = cursor.takeOne("FULLTEXT", "SPATIAL") as "FULLTEXT" | "SPATIAL" | undefined;
  if (type !== undefined) cursor.takeOne("KEY", "INDEX");
  if (type !== undefined || cursor.takeOne("INDEX", "KEY")) {
    cursor.take("IF NOT EXISTS");
    const name = cursor.peek() === "(" ? "" : cursor.name();
    if (cursor.take("USING")) cursor.name();
    return { kind: "addIndex", name, unique: false, parts: cursor.bracketedText(), columns: cursor.bracketedNames(), ...(type && { type }) };
  }
  // Named partitions of ranges and lists come beside the others; more partitions by hash share the rows anew.
  if (cursor.take("PARTITION")) return { kind: "partitioning", edge: cursor.peek() !== "PARTITIONS" };
  if (startsConstraint(cursor)) {
    const constraint = readConstraint(cursor);
    return constraint && { kind: "addConstraint", constraint };
  }
  cursor.take("COLUMN");
  const ifNotExists = cursor.take("IF NOT EXISTS");
  // MySQL takes several columns in one bracket.
  if (cursor.peek() === "(") return cursor.within(cursor.brackets()).map((each) => ({ kind: "addColumn", column: readColumn(each), ifNotExists }));
  return { kind: "addColumn", column: readColumn(cursor), ifNotExists };
}

function readDrop(cursor: TokenCursor): AlterAction | undefined {
  const drop = (kind: "dropConstraint", noun?: "primaryKey" | "foreignKey" | "check"): AlterAction => {
    cursor.take("IF EXISTS");
    const name = cursor.name();
    return { kind, name, cascade: cursor.has("CASCADE"), ...(noun && { noun }) };
  };
  if (cursor.take("CONSTRAINT")) return drop("dropConstraint");
  if (cursor.take("PRIMARY KEY")) return { kind: "dropConstraint", name: "PRIMARY", cascade: false, noun: "primaryKey" };
  if (cursor.take("FOREIGN KEY")) return drop("dropConstraint", "foreignKey");
  if (cursor.take("CHECK")) return drop("dropConstraint", "check");
  if (cursor.takeOne("INDEX", "KEY")) {
    cursor.take("IF EXISTS");
    return { kind: "dropIndex", name: cursor.name() };
  }
  if (cursor.take("PARTITION")) return { kind: "dropPartition", keeps: false };
  cursor.take("COLUMN");
  cursor.take("IF EXISTS");
  const column = cursor.name();
  return column ? { kind: "dropColumn", column, cascade: cursor.has("CASCADE") } : undefined;
}

const afterDefault = new Set<string>();
const typeEnd = new Set(["USING", "COLLATE"]);

function readAlterColumn(cursor: TokenCursor): AlterAction | undefined {
  cursor.take("COLUMN");
  cursor.take("IF EXISTS");
  const column = cursor.name();
  if (cursor.take("SET NOT NULL")) return { kind: "setNotNull", column };
  if (cursor.take("DROP NOT NULL")) return { kind: "dropNotNull", column };
  if (cursor.take("SET DEFAULT")) return { kind: "setDefault", column, expression: cursor.textUntil(afterDefault) };
  if (cursor.take("DROP DEFAULT")) return { kind: "dropDefault", column };
  if (cursor.take("DROP EXPRESSION")) return { kind: "dropExpression", column };
  if (cursor.take("DROP IDENTITY")) return { kind: "dropIdentity", column };
  if (cursor.take("ADD GENERATED")) return { kind: "addIdentity", column };
  if (cursor.take("SET STATISTICS")) return { kind: "setStatistics", column };
  if ((cursor.peek() === "SET" || cursor.peek() === "RESET") && cursor.peek(1) === "(") return { kind: "setColumnOptions", column };
  if (cursor.take("SET STORAGE") || cursor.take("SET COMPRESSION")) return { kind: "setStorage", column };
  if (cursor.take("TYPE") || cursor.take("SET DATA TYPE")) {
    const type = cursor.peek() === "CHARACTER" ? readType(cursor) : cursor.textUntil(typeEnd);
    const collation = cursor.take("COLLATE") ? cursor.key() : undefined;
    const using = cursor.take("USING") ? cursor.textUntil(afterDefault) : undefined;
    return { kind: "setType", column, type, ...(collation !== undefined && { collation }), ...(using !== undefined && { using }) };
  }
  if (cursor.take("SET") || cursor.take("RESTART")) return { kind: "setIdentity", column };
  return undefined;
}

function readRename(cursor: TokenCursor): AlterAction | undefined {
  const pair = () => {
    const from = cursor.name();
    cursor.take("TO");
    return { from, to: cursor.name() };
  };
  if (cursor.take("CONSTRAINT")) return { kind: "renameConstraint", ...pair() };
  if (cursor.takeOne("INDEX", "KEY")) return { kind: "renameIndex", ...pair() };
  if (cursor.takeOne("TO", "AS")) return { kind: "renameTable", to: cursor.key() };
  const isColumn = cursor.take("COLUMN");
  if (!isColumn && cursor.peek(1) !== "TO") return { kind: "renameTable", to: cursor.key() };
  return { kind: "renameColumn", ...pair() };
}
