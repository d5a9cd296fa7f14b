import { sameJson } from "../../base/json.ts";
import { mentions } from "../../operations/drop-column.ts";
import { columnNamed } from "../../schema/find.ts";
import type { ColumnType, Schema, Table } from "../../schema/types.ts";
import { foreignKeysAround } from "../ansi/schema-lookup.ts";
import type { AlterAction, ColumnWords, ConstraintWords } from "../ansi/statement.ts";
import { noEffects, type Effects, type TableLock, type TableWork, type WorkKind } from "../effects.ts";
import { sameExpression } from "./expression.ts";
import { lock, type LockMode } from "./locks.ts";
import { typeFromSql, typeWithin } from "./types.ts";
import { isVolatile } from "./volatile.ts";

/** What an action looks at. The table is absent where the schema does not know it. */
export interface Altered {
  readonly key: string;
  readonly table: Table | undefined;
  readonly schema: Schema;
  /** The server's major version. */
  readonly version: number;
}

type ActionOf<K extends AlterAction["kind"]> = Extract<AlterAction, { kind: K }>;
type ActionEffects = { readonly [K in AlterAction["kind"]]: (action: ActionOf<K>, altered: Altered) => Effects };

/** The lock levels and passes of ALTER TABLE: https://www.postgresql.org/docs/current/sql-altertable.html */
export function effectsOfAction(action: AlterAction, altered: Altered): Effects {
  return (actions[action.kind] as (action: AlterAction, altered: Altered) => Effects)(action, altered);
}

const exclusive = (_: unknown, { key }: Altered): Effects => effects([lock(key, "ACCESS EXCLUSIVE")]);
const gentle = (_: unknown, { key }: Altered): Effects => effects([lock(key, "SHARE UPDATE EXCLUSIVE")]);
const rewriting = (_: unknown, { key }: Altered): Effects => effects([lock(key, "ACCESS EXCLUSIVE")], [work(key, "rewrite")]);
const unknown = (_: unknown, { key }: Altered): Effects => ({ ...effects([lock(key, "ACCESS EXCLUSIVE")]), known: false });

const actions: ActionEffects = {
  addColumn: ({ column }, altered) => addColumnEffects(column, altered),
  dropColumn: ({ column }, { key, schema }) => {
    const keys = foreignKeysAround(schema, key).filter(({ owner, foreignKey }) => (owner === key && foreignKey.columns.includes(column)) || (foreignKey.references.table === key && foreignKey.references.columns.includes(column)));
    return effects([lock(key, "ACCESS EXCLUSIVE"), ...keys.flatMap((each) => [lock(each.owner, "ACCESS EXCLUSIVE"), lock(each.foreignKey.references.table, "ACCESS EXCLUSIVE")])]);
  },
  modifyColumn: unknown,
  setType: setTypeEffects,
  setNotNull: ({ column }, altered) => {
    const { key, table, version } = altered;
    const present = table && columnNamed(table, column);
    const isProven = present && (!present.nullable || (version >= 12 && table.checks.some(({ sql, notValid }) => !notValid && (sameExpression(sql, `${column} IS NOT NULL`) || sameExpression(sql, `"${column}" IS NOT NULL`)))));
    return effects([lock(key, "ACCESS EXCLUSIVE")], isProven ? [] : [work(key, "scan")]);
  },
  dropNotNull: exclusive,
  dropDefault: exclusive,
  dropExpression: exclusive,
  addIdentity: exclusive,
  dropIdentity: exclusive,
  setIdentity: exclusive,
  setColumnOptions: gentle,
  setStatistics: gentle,
  setStorage: exclusive,
  setDefault: exclusive,
  addConstraint: ({ constraint }, altered) => constraintEffects(constraint, altered),
  dropConstraint: ({ name, cascade }, { key, table, schema }) => {
    const foreignKey = table?.foreignKeys.find((each) => each.name === name);
    const others = cascade ? foreignKeysAround(schema, key).filter((each) => each.foreignKey.references.table === key).map(({ owner }) => owner) : [];
    return effects([lock(key, "ACCESS EXCLUSIVE"), ...[...(foreignKey ? [foreignKey.references.table] : []), ...others].map((each) => lock(each, "ACCESS EXCLUSIVE"))]);
  },
  validateConstraint: ({ name }, { key, table }) => {
    const foreignKey = table?.foreignKeys.find((each) => each.name === name);
    // What is valid already is not looked at again.
    if (table && !(foreignKey ?? table.checks.find((each) => each.name === name))?.notValid) return effects([lock(key, "SHARE UPDATE EXCLUSIVE")]);
    return effects([lock(key, "SHARE UPDATE EXCLUSIVE"), ...(foreignKey && foreignKey.references.table !== key ? [lock(foreignKey.references.table, "ROW SHARE")] : [])], [work(key, "scan")]);
  },
  renameColumn: exclusive,
  renameTable: exclusive,
  renameConstraint: exclusive,
  renameIndex: unknown,
  setSchema: exclusive,
  alterConstraint: exclusive,
  indexVisibility: unknown,
  addIndex: unknown,
  dropIndex: unknown,
  attachPartition: ({ partition }, { key }) => effects([lock(key, "SHARE UPDATE EXCLUSIVE"), lock(partition, "ACCESS EXCLUSIVE")], [work(partition, "scan")]),
  detachPartition: ({ partition, concurrently }, { key }) => ({
    ...effects(concurrently ? [lock(key, "SHARE UPDATE EXCLUSIVE"), lock(partition, "ACCESS EXCLUSIVE")] : [lock(key, "ACCESS EXCLUSIVE"), lock(partition, "ACCESS EXCLUSIVE")]),
    outsideTransaction: concurrently,
  }),
  inherit: ({ parent }, { key }) => effects([lock(key, "ACCESS EXCLUSIVE"), lock(parent, "SHARE UPDATE EXCLUSIVE")]),
  noInherit: exclusive,
  setLogged: rewriting,
  setUnlogged: rewriting,
  setAccessMethod: rewriting,
  setTablespace: rewriting,
  replicaIdentity: exclusive,
  rowSecurity: exclusive,
  rule: exclusive,
  trigger: (_, { key }) => effects([lock(key, "SHARE ROW EXCLUSIVE")]),
  owner: exclusive,
  setStorageParameters: gentle,
  engine: unknown,
  convertCharset: unknown,
  partitioning: unknown,
  dropPartition: unknown,
  tableComment: unknown,
  autoIncrement: unknown,
  unknown,
};

export function effects(locks: readonly TableLock[], done: readonly TableWork[] = []): Effects {
  return { ...noEffects, locks, work: done };
}

function work(table: string, kind: WorkKind): TableWork {
  return { table, kind };
}

function addColumnEffects(column: ColumnWords, altered: Altered): Effects {
  const { key, version, schema } = altered;
  const hasDefault = column.default !== undefined && !/^null$/i.test(column.default);
  // From version 11 on a default that is the same for every row is kept beside the rows.
  const rewrites = column.counts || column.generated === "stored" || isConstrainedDomain(column.type, schema) || (hasDefault && (version < 11 || isVolatile(column.default!)));
  const scans = (column.notNull && !hasDefault) || column.check || (column.references !== undefined && hasDefault);
  const builds = column.unique || column.primaryKey;
  const done: TableWork[] = rewrites ? [work(key, "rewrite")] : builds ? [work(key, "index build")] : scans ? [work(key, "scan")] : [];
  return effects([lock(key, "ACCESS EXCLUSIVE"), ...(column.references === undefined ? [] : [lock(column.references, "SHARE ROW EXCLUSIVE")])], done);
}

/** A domain's constraints are held against every row, by writing it. */
function isConstrainedDomain(type: string, { objects }: Schema): boolean {
  const name = type.replaceAll('"', "");
  return Object.values(objects).some((object) => object.kind === "domain" && (object.name === name || `${object.schema}.${object.name}` === name) && (object.notNull === true || (object.checks?.length ?? 0) > 0));
}

function constraintEffects(constraint: ConstraintWords, { key, table }: Altered): Effects {
  const on = (mode: LockMode, kind: WorkKind | undefined) => effects([lock(key, mode)], kind === undefined ? [] : [work(key, kind)]);
  const { kind, notValid, usingIndex, references } = constraint;
  if (kind === "foreignKey") return effects([lock(key, "SHARE ROW EXCLUSIVE"), ...(references ? [lock(references.table, "SHARE ROW EXCLUSIVE")] : [])], notValid ? [] : [work(key, "scan")]);
  if (kind === "check") return on("ACCESS EXCLUSIVE", notValid ? undefined : "scan");
  if (usingIndex === undefined) return on("ACCESS EXCLUSIVE", "index build");
  // A primary key makes its columns NOT NULL, which reads the table where they are not so already.
  const unique = table?.indexes.find(({ name }) => name === usingIndex);
  const nullable = kind === "primaryKey" && (unique?.parts ?? []).some((part) => !("column" in part) || columnNamed(table!, part.column)?.nullable !== false);
  return on("ACCESS EXCLUSIVE", nullable ? "scan" : undefined);
}

/** The column as it is, or cast to the very type that it gets: the server takes that away where the values stay as they are. */
function isPlainCast(using: string, column: string, type: string): boolean {
  const bare = (sql: string) => sql.replace(/\s+/g, "").toLowerCase();
  const [name, cast] = [bare(using).replace(/^"?/, "").slice(0, column.length), bare(using).replace(/^"?/, "").slice(column.length).replace(/^"/, "")];
  return name === column.toLowerCase() && (cast === "" || cast === `::${bare(type)}`);
}

function setTypeEffects(action: ActionOf<"setType">, { key, table, schema }: Altered): Effects {
  const present = table && columnNamed(table, action.column);
  const from = present && typeWithin(present.type, schema);
  const to = typeWithin(typeFromSql(action.type), schema);
  const isComputed = action.using !== undefined && !isPlainCast(action.using, action.column, action.type);
  // A foreign key of the column is made anew, with its triggers on both tables.
  const keys = foreignKeysAround(schema, key).filter(({ owner, foreignKey }) => (owner === key && foreignKey.columns.includes(action.column)) || (foreignKey.references.table === key && foreignKey.references.columns.includes(action.column)));
  const locks = [lock(key, "ACCESS EXCLUSIVE"), ...keys.flatMap(({ owner, foreignKey }) => [lock(owner, "ACCESS EXCLUSIVE"), lock(foreignKey.references.table, "ACCESS EXCLUSIVE")])];
  if (!from || isComputed || !keepsBytes(from, to)) return effects(locks, [work(key, "rewrite"), ...keys.filter(({ owner }) => owner !== key).map(({ owner }) => work(owner, "scan"))]);
  const uses = (columns: readonly string[]) => columns.includes(action.column);
  const rebuildsIndex = (present.collation ?? "default") !== (action.collation ?? "default") && (table.indexes.some(({ parts }) => parts.some((part) => "column" in part && part.column === action.column)) || [...table.uniques, ...(table.primaryKey ? [table.primaryKey] : [])].some((each) => uses(each.columns)));
  const rechecks = table.checks.some(({ sql }) => mentions(sql, action.column));
  return effects(locks, rebuildsIndex ? [work(key, "index build")] : rechecks ? [work(key, "scan")] : []);
}

/** Whether every value is stored the same under the new type, so that no row is written. */
export function keepsBytes(from: ColumnType, to: ColumnType): boolean {
  if (sameJson(from, to)) return true;
  if ((from.kind === "varchar" || from.kind === "text") && (to.kind === "varchar" || to.kind === "text")) return lengthOf(to) >= lengthOf(from);
  if (from.kind === "numeric" && to.kind === "numeric") return to.precision === undefined || (from.precision !== undefined && to.precision >= from.precision && (to.scale ?? 0) === (from.scale ?? 0));
  if (from.kind === to.kind && (from.kind === "timestamp" || from.kind === "timestamptz" || from.kind === "time")) return ((to as { precision?: number }).precision ?? 6) >= (from.precision ?? 6);
  return false;
}

function lengthOf(type: ColumnType): number {
  return "length" in type && type.length !== undefined ? type.length : Infinity;
}
