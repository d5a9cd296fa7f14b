import type { Schema } from "../../schema/types.ts";
import { foreignKeysAround, keyLike, tableLike, tableOfIndex } from "../ansi/schema-lookup.ts";
import type { AlterAction, Statement, StatementOf } from "../ansi/statement.ts";
import { joinedEffects, noEffects, unknownEffects, type Effects } from "../effects.ts";
import { effects, effectsOfAction } from "./effects-of-alter.ts";
import { lock, type LockMode, lockModes } from "./locks.ts";

/** The version whose behaviour is assumed where none is told. */
export const defaultVersion = 15;

/** What a statement locks, reads and writes on a database that holds `schema`. */
export function statementEffects(statement: Statement, schema: Schema, version: number = defaultVersion): Effects {
  return (kinds[statement.kind] as (statement: Statement, around: Around) => Effects)(statement, { schema, version });
}

interface Around {
  readonly schema: Schema;
  readonly version: number;
}

const none = () => noEffects;
const unknown = () => unknownEffects;
const on = (table: string | undefined, mode: LockMode): Effects => (table === undefined ? noEffects : effects([lock(table, mode)]));
const rows = ({ table }: { readonly table: string }): Effects => effects([{ table, mode: "ROW EXCLUSIVE", blocks: "the same rows" }]);

const kinds: { readonly [K in Statement["kind"]]: (statement: StatementOf<K>, around: Around) => Effects } = {
  createTable: ({ columns, constraints, table, partitionOf, inherits }, { schema }) => {
    // Rows of the default partition may belong into the new one.
    const defaults = partitionOf === undefined ? [] : defaultsOf(schema.tables, partitionOf).filter((each) => each !== table);
    const referenced = [...columns.map(({ references }) => references), ...constraints.map(({ references }) => references?.table)].filter((each) => each !== undefined && each !== table) as string[];
    return effects([...referenced.map((each) => lock(each, "SHARE ROW EXCLUSIVE")), ...(inherits ?? []).map((each) => lock(each, "SHARE UPDATE EXCLUSIVE")), ...(partitionOf === undefined ? [] : [lock(partitionOf, "ACCESS EXCLUSIVE")]), ...defaults.map((each) => lock(each, "ACCESS EXCLUSIVE"))], defaults.map((each) => ({ table: each, kind: "scan" })));
  },
  alterTable: ({ table: named, actions }, { schema, version }) => {
    const key = keyLike(schema, named);
    const altered = (each: string) => ({ key: each, table: schema.tables[each], schema, version });
    return joinedEffects(
      actions.flatMap((action) => {
        const own = effectsOfAction(action, altered(key));
        const heirs = reachesHeirs.has(action.kind) ? heirsOf(schema, key) : [];
        if (buildsIndex(action)) return [withoutRows(own, schema, key), ...(isPartitioned(schema, key) ? heirs.map(indexOfPartition) : [])];
        return [withoutRows(own, schema, key), ...heirs.map((heir) => effectsOfAction(action, altered(heir)))];
      }),
    );
  },
  createIndex: ({ table, concurrently }, { schema }) => {
    const key = keyLike(schema, table);
    const own = effects([lock(key, concurrently ? "SHARE UPDATE EXCLUSIVE" : "SHARE")], [{ table: key, kind: "index build" }]);
    return { ...joinedEffects([withoutRows(own, schema, key), ...(isPartitioned(schema, key) ? heirsOf(schema, key).map(indexOfPartition) : [])]), outsideTransaction: concurrently };
  },
  dropTable: ({ tables, cascade }, { schema }) =>
    joinedEffects(
      tables.map((named) => {
        const key = keyLike(schema, named);
        const others = foreignKeysAround(schema, key).flatMap(({ owner, foreignKey }) => (owner === key ? [foreignKey.references.table] : cascade ? [owner] : []));
        return effects([key, ...others, ...partitionsAround(schema, key)].map((each) => lock(each, "ACCESS EXCLUSIVE")));
      }),
    ),
  dropIndex: ({ indexes, concurrently }, { schema }) => {
    const tables = indexes.map((index) => tableOfIndex(schema, index));
    return { ...joinedEffects(tables.flatMap((table) => [table, ...(table !== undefined && isPartitioned(schema, table) ? heirsOf(schema, table) : [])]).map((table) => on(table, concurrently ? "SHARE UPDATE EXCLUSIVE" : "ACCESS EXCLUSIVE"))), outsideTransaction: concurrently, known: tables.every((table) => table !== undefined) };
  },
  renameTables: ({ pairs }) => joinedEffects(pairs.map(({ from }) => on(from, "ACCESS EXCLUSIVE"))),
  // Since version 12 a rename locks the index alone, and that gently; so do options and statistics.
  alterIndex: ({ index, words }, { schema }) => {
    const table = /\bSET TABLESPACE\b/i.test(words) ? tableOfIndex(schema, index) : undefined;
    // The index is written anew, and whoever plans a query on its table waits for it.
    return table === undefined ? noEffects : effects([lock(table, "ACCESS EXCLUSIVE")], [{ table, kind: "index build" }]);
  },
  createTrigger: ({ table }, { schema }) => on(keyLike(schema, table), "SHARE ROW EXCLUSIVE"),
  dropTrigger: ({ table }) => on(table, "ACCESS EXCLUSIVE"),
  createRoutine: none,
  createType: none,
  createDomain: none,
  alterDomain: ({ name, addsConstraint, notValid, validates }, { schema }) => {
    const users = (addsConstraint && !notValid) || validates ? Object.entries(schema.tables).filter(([, { columns }]) => columns.some(({ type }) => type.kind === "sql" && type.sql === name)).map(([key]) => key) : [];
    return effects(users.map((key) => lock(key, "SHARE")), users.map((table) => ({ table, kind: "scan" })));
  },
  addEnumLabel: none,
  renameEnumLabel: none,
  truncate: ({ tables, cascade }, { schema }) => {
    const emptied = cascade ? withReferencing(schema, tables) : tables;
    return effects(emptied.map((table) => lock(table, "ACCESS EXCLUSIVE")));
  },
  insert: ({ table }) => on(table, "ROW EXCLUSIVE"),
  update: rows,
  delete: rows,
  select: none,
  comment: ({ table }) => on(table, "SHARE UPDATE EXCLUSIVE"),
  reindex: ({ what, name, concurrently }, { schema }) => {
    const table = what === "index" ? tableOfIndex(schema, name) : what === "table" ? name : undefined;
    if (table === undefined) return { ...unknownEffects, outsideTransaction: concurrently || what !== "index" };
    return { ...effects([lock(table, concurrently ? "SHARE UPDATE EXCLUSIVE" : "SHARE")], [{ table, kind: "index build" }]), outsideTransaction: concurrently };
  },
  vacuum: ({ full, table }) => ({ ...(table === undefined ? unknownEffects : full ? effects([lock(table, "ACCESS EXCLUSIVE")], [{ table, kind: "rewrite" }]) : effects([lock(table, "SHARE UPDATE EXCLUSIVE")], [{ table, kind: "scan" }])), outsideTransaction: true }),
  cluster: ({ table }) => (table === undefined ? { ...unknownEffects, outsideTransaction: true } : effects([lock(table, "ACCESS EXCLUSIVE")], [{ table, kind: "rewrite" }])),
  analyze: ({ table }) => on(table, "SHARE UPDATE EXCLUSIVE"),
  refresh: ({ name, concurrently }) => effects([lock(name, concurrently ? "EXCLUSIVE" : "ACCESS EXCLUSIVE")], [{ table: name, kind: "rewrite" }]),
  lockTable: ({ tables, mode }) => effects(tables.map((table) => lock(table, mode in lockModes ? (mode as LockMode) : "ACCESS EXCLUSIVE"))),
  transaction: none,
  set: none,
  grant: none,
  policy: ({ table }) => on(table, "ACCESS EXCLUSIVE"),
  rule: ({ table }) => on(table, "ACCESS EXCLUSIVE"),
  drop: ({ noun, name }, { schema }) => (noun === "statistics" ? on(statisticsTable(schema, name), "SHARE UPDATE EXCLUSIVE") : noun.endsWith("view") ? on(name, "ACCESS EXCLUSIVE") : noEffects),
  create: ({ noun, name, table, replaces }, { schema }) => {
    if (replaces && noun === "view" && Object.hasOwn(schema.objects, `view ${name}`)) return on(name, "ACCESS EXCLUSIVE");
    return { ...on(table, "SHARE UPDATE EXCLUSIVE"), outsideTransaction: noun === "database" };
  },
  alter: ({ noun, name, words, table }) => {
    if (!noun.endsWith("view")) return on(table, "ACCESS EXCLUSIVE");
    return on(name, noun !== "view" && /\b(RE)?SET ?\(/i.test(words) ? "SHARE UPDATE EXCLUSIVE" : "ACCESS EXCLUSIVE");
  },
  block: unknown,
  other: ({ verb }) => (/^(|SHOW|EXPLAIN|NOTIFY|LISTEN|SAVEPOINT|RELEASE|RESET|DISCARD|DECLARE|FETCH|CLOSE|VALUES|TABLE|ROLLBACK TO|COPY|CHECKPOINT|SECURITY)$/.test(verb) ? noEffects : unknownEffects),
};

/** Statistics stand on one table, which their name does not tell. */
function statisticsTable({ objects }: Schema, name: string): string | undefined {
  const found = Object.values(objects).find((object) => object.kind === "statistics" && object.name === name);
  return found?.kind === "statistics" ? found.table : undefined;
}

/** Dropping a partition locks its parent, and the default partition, whose bounds change with it. */
function partitionsAround({ tables }: Schema, key: string): readonly string[] {
  const parent = tables[key]?.facts?.partitionOf?.table;
  return parent === undefined ? [] : [parent, ...defaultsOf(tables, parent).filter((each) => each !== key)];
}

/** The default partition of a table holds what fits no other. */
function defaultsOf(tables: Schema["tables"], parent: string): readonly string[] {
  return Object.keys(tables).filter((each) => tables[each]!.facts?.partitionOf?.table === parent && tables[each]!.facts!.partitionOf!.bound === "DEFAULT");
}

/** Actions that PostgreSQL carries on to partitions and to tables that inherit. */
const reachesHeirs: ReadonlySet<string> = new Set(["addColumn", "dropColumn", "setType", "setNotNull", "dropNotNull", "setDefault", "dropDefault", "addConstraint", "alterConstraint", "dropConstraint", "validateConstraint", "renameColumn"]);

function isPartitioned({ tables }: Schema, key: string): boolean {
  return tables[key]?.facts?.partitionBy !== undefined;
}

/** A partitioned table has no rows of its own to read. */
function withoutRows(own: Effects, schema: Schema, key: string): Effects {
  return isPartitioned(schema, key) ? { ...own, work: own.work.filter(({ table }) => table !== key) } : own;
}

/** An index of a partitioned table is built on each of its partitions, which inheritance does not do. */
function indexOfPartition(key: string): Effects {
  return effects([lock(key, "SHARE")], [{ table: key, kind: "index build" }]);
}

function buildsIndex(action: AlterAction): boolean {
  return action.kind === "addConstraint" && (action.constraint.kind === "primaryKey" || action.constraint.kind === "unique" || action.constraint.kind === "exclusion");
}

function heirsOf({ tables }: Schema, key: string): readonly string[] {
  const found = new Set<string>();
  const follow = (parent: string) => {
    for (const [heir, { facts }] of Object.entries(tables)) {
      if (found.has(heir) || (facts?.partitionOf?.table !== parent && !facts?.inherits?.includes(parent))) continue;
      found.add(heir);
      follow(heir);
    }
  };
  follow(key);
  return [...found];
}

function withReferencing(schema: Schema, tables: readonly string[]): readonly string[] {
  const found = new Set(tables);
  for (const table of found) for (const [owner, { foreignKeys }] of Object.entries(schema.tables)) if (foreignKeys.some(({ references }) => references.table === table)) found.add(owner);
  return [...found].filter((key) => tableLike(schema, key) !== undefined || tables.includes(key));
}
