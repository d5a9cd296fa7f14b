import { columnNamed } from "../../schema/find.ts";
import type { Schema, Table } from "../../schema/types.ts";
import { keyLike } from "../ansi/schema-lookup.ts";
import { indexPartsSql } from "../ansi/table-sql.ts";
import type { AlterAction, ColumnWords, Statement, StatementOf } from "../ansi/statement.ts";
import { joinedEffects, noEffects, unknownEffects, type Algorithm, type Effects, type WorkKind } from "../effects.ts";
import { mysqlInstant, mariadbInstant, type InstantFacts } from "./online-facts.ts";
import { quote } from "./quoting.ts";
import { keptEnum, sameStorage } from "./storage.ts";

/** What a statement locks, reads and copies on MySQL, and on MariaDB. */
export const mysqlEffects = effectsOn(mysqlInstant);
export const mariadbEffects = effectsOn(mariadbInstant);

interface Around {
  readonly facts: InstantFacts;
  readonly schema: Schema;
}

function effectsOn(factsOf: (version?: string) => InstantFacts): (statement: Statement, schema: Schema, version?: string) => Effects {
  return (statement, schema, version) => (kinds[statement.kind] as (statement: Statement, around: Around) => Effects)(statement, { facts: factsOf(version), schema });
}

/**
 * A change by one of the servers' ways. INSTANT, NOCOPY and INPLACE let others write meanwhile and need the table to themselves for a moment
 * at the start and the end; COPY lets others read only. https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html
 */
function way(table: string, algorithm: Algorithm, work?: WorkKind, blocksWrites = algorithm === "COPY"): Effects {
  return {
    ...noEffects,
    locks: [blocksWrites ? { table, mode: "SHARED", blocks: "writes" } : { table, mode: "NONE", blocks: "nothing" }],
    work: work ? [{ table, kind: work }] : algorithm === "COPY" ? [{ table, kind: "rewrite" }] : [],
    algorithm,
  };
}

const none = () => noEffects;
const unknown = () => unknownEffects;
const metadata = (table: string): Effects => ({ ...noEffects, locks: [{ table, mode: "EXCLUSIVE METADATA", blocks: "reads and writes" }] });
const rows = ({ table }: { readonly table: string }): Effects => ({ ...noEffects, locks: [{ table, mode: "ROW", blocks: "the same rows" }] });

const kinds: { readonly [K in Statement["kind"]]: (statement: StatementOf<K>, around: Around) => Effects } = {
  createTable: none,
  alterTable: ({ table: named, actions, algorithm, lock }, around) => {
    const key = keyLike(around.schema, named);
    const again = sameIndexes(actions, around.schema.tables[key]);
    const changing = actions.filter((action) => !((action.kind === "addIndex" || action.kind === "dropIndex") && again.includes(action.name)));
    const joined = joinedEffects([...again.map(() => way(key, keepsApart(around.schema.tables[key]) ? "COPY" : around.facts.sameIndex)), ...changing.map((action) => actionEffects(action, key, around))]);
    return asAsked(joined, key, algorithm, lock);
  },
  createIndex: ({ table, type, algorithm, lock }, { facts, schema }) => {
    const key = keyLike(schema, table);
    return asAsked(keepsApart(schema.tables[key]) ? way(key, "COPY") : addIndex(key, type, facts), key, algorithm, lock);
  },
  dropTable: ({ tables }) => joinedEffects(tables.map(metadata)),
  dropIndex: ({ table }, { facts, schema }) => (table === undefined ? unknownEffects : way(table, keepsApart(schema.tables[keyLike(schema, table)]) ? "COPY" : facts.dropIndex)),
  renameTables: ({ pairs }) => joinedEffects(pairs.map(({ from }) => metadata(from))),
  alterIndex: none,
  createTrigger: ({ table }) => metadata(table),
  dropTrigger: none,
  createRoutine: none,
  createType: none,
  createDomain: none,
  alterDomain: none,
  addEnumLabel: none,
  renameEnumLabel: none,
  truncate: ({ tables }) => joinedEffects(tables.map(metadata)),
  insert: rows,
  update: rows,
  delete: rows,
  select: none,
  comment: none,
  reindex: none,
  vacuum: none,
  cluster: none,
  analyze: none,
  refresh: none,
  lockTable: ({ tables }) => joinedEffects(tables.map(metadata)),
  transaction: none,
  set: none,
  grant: none,
  policy: none,
  rule: none,
  drop: none,
  create: none,
  alter: none,
  block: unknown,
  other: ({ verb }) => (/^(|OPTIMIZE|LOAD)$/.test(verb) ? unknownEffects : noEffects),
};

/** The indexes that are dropped and added as they were, but for what is said of them: they stay as they are built. */
function sameIndexes(actions: readonly AlterAction[], table: Table | undefined): readonly string[] {
  const bare = (sql: string) => sql.replace(/[\s`]/g, "").toLowerCase();
  return actions.flatMap((action) => {
    if (action.kind !== "addIndex" || action.type !== undefined || !actions.some((each) => each.kind === "dropIndex" && each.name === action.name)) return [];
    const present = table?.indexes.find(({ name }) => name === action.name);
    const isPlain = present && !present.unique && present.type === undefined && present.method === undefined;
    return isPlain && bare(indexPartsSql(quote, present, (collation) => collation)) === bare(action.parts) ? [action.name] : [];
  });
}

/** A statement may ask for a slower way, and for a stronger lock, than it needs. */
function asAsked(own: Effects, key: string, algorithm: string | undefined, lock: string | undefined): Effects {
  if (algorithm === "COPY") return way(key, "COPY");
  return lock === "SHARED" || lock === "EXCLUSIVE" ? { ...own, locks: [{ table: key, mode: lock, blocks: lock === "SHARED" ? "writes" : "reads and writes" }] } : own;
}

function actionEffects(action: AlterAction, key: string, { facts, schema }: Around): Effects {
  const table = schema.tables[key];
  const ways: { readonly [K in AlterAction["kind"]]?: () => Effects } = {
    addColumn: () => addColumn((action as Extract<AlterAction, { kind: "addColumn" }>).column, key, table, facts),
    dropColumn: () => dropColumn((action as Extract<AlterAction, { kind: "dropColumn" }>).column, key, table, facts),
    modifyColumn: () => modifyColumn(action as Extract<AlterAction, { kind: "modifyColumn" }>, key, table, schema, facts),
    setDefault: () => way(key, "INSTANT"),
    dropDefault: () => way(key, "INSTANT"),
    renameColumn: () => way(key, facts.renameColumn),
    renameIndex: () => way(key, facts.renameIndex),
    indexVisibility: () => way(key, facts.sameIndex),
    // A check that is looked at again is held against every row.
    alterConstraint: () => ((action as Extract<AlterAction, { kind: "alterConstraint" }>).suspends ? way(key, "INPLACE") : way(key, "COPY")),
    renameTable: () => metadata(key),
    addIndex: () => addIndex(key, (action as Extract<AlterAction, { kind: "addIndex" }>).type, facts),
    dropIndex: () => way(key, facts.dropIndex),
    addConstraint: () => addConstraint(action as Extract<AlterAction, { kind: "addConstraint" }>, key, facts),
    dropConstraint: () => dropConstraint(action as Extract<AlterAction, { kind: "dropConstraint" }>, key, table, facts),
    engine: () => way(key, "COPY"),
    convertCharset: () => way(key, (action as Extract<AlterAction, { kind: "convertCharset" }>).defaultOnly ? facts.tableComment : "COPY"),
    partitioning: () => ((action as Extract<AlterAction, { kind: "partitioning" }>).edge ? metadata(key) : way(key, "COPY")),
    dropPartition: () => metadata(key),
    tableComment: () => way(key, facts.tableComment),
    autoIncrement: () => way(key, "INPLACE"),
  };
  const own = ways[action.kind]?.() ?? { ...way(key, "COPY"), known: false };
  return keepsApart(table) && action.kind !== "renameTable" ? joinedEffects([way(key, "COPY"), own]) : own;
}

/** Whether a table has a key WITHOUT OVERLAPS: MariaDB 10.11 changes such a table by a copy, whatever the change. */
function keepsApart(table: Table | undefined): boolean {
  return table !== undefined && [...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques].some(({ withoutOverlaps }) => withoutOverlaps !== undefined);
}

/** The first FULLTEXT index of a table gives it a hidden column, and a SPATIAL one is built while others wait. */
function addIndex(key: string, type: "FULLTEXT" | "SPATIAL" | undefined, facts: InstantFacts): Effects {
  return type === undefined ? way(key, facts.addIndex, "index build") : way(key, "INPLACE", "index build", true);
}

function addColumn(column: ColumnWords, key: string, table: Table | undefined, facts: InstantFacts): Effects {
  // Another place moves the virtual columns too, which neither server does in place.
  if (column.placed && table?.columns.some(({ generated }) => generated?.storage === "virtual")) return way(key, "COPY");
  if (column.counts) return way(key, facts.addCounter, "rewrite", true);
  if (column.generated === "stored") return way(key, "COPY");
  if (column.check) return way(key, facts.addColumnWithCheck);
  if (column.unique || column.primaryKey) return way(key, "INPLACE", "index build");
  if (column.generated === "virtual") return way(key, facts.addVirtual);
  // A default that is an expression is worked out for every row.
  if (column.default !== undefined && isExpression(column.default)) return way(key, "COPY");
  const added = column.placed ? facts.addPlaced : facts.addColumn;
  return way(key, added, added === "INSTANT" ? undefined : "rewrite");
}

function isExpression(sql: string): boolean {
  return !/^(null|true|false|[-+]?[\d.]+(e[-+]?\d+)?|_?\w*'(?:[^']|'')*'|[xb]'[^']*'|(current_timestamp|now|localtimestamp)(\s*\(\s*\d*\s*\))?)$/i.test(sql.trim());
}

function dropColumn(name: string, key: string, table: Table | undefined, facts: InstantFacts): Effects {
  const column = table && columnNamed(table, name);
  if (column?.generated?.storage === "virtual") return way(key, facts.addVirtual);
  return way(key, facts.dropColumn, facts.dropColumn === "INSTANT" ? undefined : "rewrite");
}

function modifyColumn({ from, column }: Extract<AlterAction, { kind: "modifyColumn" }>, key: string, table: Table | undefined, schema: Schema, facts: InstantFacts): Effects {
  const present = table && columnNamed(table, from);
  if (!present) return { ...way(key, "COPY"), known: false };
  const counts = Boolean(present.identity || present.autoIncrement);
  if (Boolean(present.generated) !== (column.generated !== undefined) || counts !== column.counts || present.generated) return way(key, "COPY");
  if (column.check) return way(key, facts.addCheck);
  const storage = keptEnum(present, column.type, schema) ?? sameStorage(present.type, column.type, facts.flavour);
  if (storage === "another") return way(key, "COPY");
  const becomesRequired = present.nullable && column.notNull;
  if (becomesRequired) return way(key, "INPLACE", "rewrite");
  const becomesNullable = !present.nullable && !column.notNull;
  if (becomesNullable) return way(key, facts.dropNotNull, facts.dropNotNull === "INSTANT" ? undefined : "rewrite");
  if (column.placed) return way(key, facts.moveColumn, facts.moveColumn === "INSTANT" ? undefined : "rewrite");
  return way(key, storage === "longer" ? facts.longerText : facts.sameColumn);
}

function addConstraint({ constraint }: Extract<AlterAction, { kind: "addConstraint" }>, key: string, facts: InstantFacts): Effects {
  const ways = {
    primaryKey: () => (constraint.withoutOverlaps ? way(key, "COPY") : way(key, "INPLACE", "rewrite")),
    unique: () => (constraint.withoutOverlaps ? way(key, "COPY") : way(key, facts.addIndex, "index build")),
    // Without copying only while foreign_key_checks is off.
    foreignKey: () => {
      const own = way(key, "COPY");
      return constraint.references ? { ...own, locks: [...own.locks, { table: constraint.references.table, mode: "SHARED METADATA", blocks: "schema changes" as const }] } : own;
    },
    check: () => way(key, facts.addCheck, facts.addCheck === "INSTANT" ? "scan" : undefined),
    exclusion: () => unknownEffects,
  };
  return ways[constraint.kind]();
}

function dropConstraint({ name, noun }: Extract<AlterAction, { kind: "dropConstraint" }>, key: string, table: Table | undefined, facts: InstantFacts): Effects {
  if (noun === "primaryKey") return way(key, "COPY");
  const isForeignKey = noun === "foreignKey" || table?.foreignKeys.some((each) => each.name === name);
  return way(key, isForeignKey ? facts.dropForeignKey : facts.dropCheck);
}
