import type { Dialect } from "../../../src/dialects/dialect.ts";
import { needsBackfill } from "../../../src/diff/columns.ts";
import type { RenameAnswer } from "../../../src/diff/renames.ts";
import { applyOperations } from "../../../src/operations/apply.ts";
import { indexUses, mentions } from "../../../src/operations/drop-column.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { neutralValue } from "../../../src/operations/neutral-value.ts";
import { withoutAbsent } from "../../../src/schema/edit.ts";
import { enumOf } from "../../../src/schema/find.ts";
import { keyOf } from "../../../src/schema/key.ts";
import type { Column, ColumnType, Schema, Table } from "../../../src/schema/types.ts";
import { convertible, familyOf, valueOf, type Engine } from "./engines.ts";
import { Choices } from "./entropy.ts";
import { addCheck, addEnum, addForeignKey, addGenerated, addIndex, addTable, addUnique, checkSql, comment, defaultOf, generatedColumn, identity, isKeyColumn, namespace, plainColumn, targetsOf, World } from "./schemas.ts";

/** A schema on its way to another: what was changed, and what a person would say about it. */
export interface Edited {
  readonly after: Schema;
  readonly answers: readonly RenameAnswer[];
  /** The renames themselves. */
  readonly renames: readonly Operation[];
  readonly backfills: ReadonlyMap<string, string>;
  /** The names of the edits that took place, for a failure's report. */
  readonly log: readonly string[];
}

/** What an edit may look at. `withRows`: every table of `before` holds three rows, and the way there and back must suit them. */
interface Editing {
  readonly world: World;
  readonly before: Schema;
  readonly withRows: boolean;
  /** Columns, as `table` and name, whose type has changed already. */
  readonly retyped: Set<string>;
  readonly engine: Engine;
}

type Edit = (editing: Editing, choices: Choices) => void;

/** Applies edits, leaving out those whose outcome the dialect refuses; renames come last, so that every other edit knows the former names. */
export function edited(start: World, dialect: Dialect, numbers: readonly (readonly number[])[], renames: readonly (readonly number[])[], withRows: boolean): Edited {
  const before = start.schema;
  let world = new World(start.engine, start);
  const retyped = new Set<string>();
  const log: string[] = [];
  for (const list of numbers) {
    const choices = new Choices(list);
    const trial = new World(start.engine, world);
    const name = choices.pick(editNames);
    edits[name]!({ world: trial, before, withRows, retyped, engine: start.engine }, choices);
    if (dialect.refuse(trial.schema).length) continue;
    if (JSON.stringify(trial.schema) !== JSON.stringify(world.schema)) log.push(name);
    world = trial;
  }
  const renamed = renamedWorld(world, before, renames, log);
  const backfills = new Map<string, string>();
  for (const [key, table] of Object.entries(renamed.schema.tables)) {
    for (const column of table.columns) if (needsBackfill(column)) backfills.set(`${key}.${column.name}`, dialect.literal(valueOf(column.type, 1), column.type));
  }
  return { after: renamed.schema, answers: renamed.answers, renames: renamed.renames, backfills, log };
}

const isFresh = ({ before }: Editing, key: string, column?: string): boolean => !before.tables[key] || (column !== undefined && !before.tables[key].columns.some(({ name }) => name === column));

function change(world: World, key: string, make: (table: Table) => Table): void {
  world.tables[key] = make(world.tables[key]!);
}

function changeColumn(world: World, key: string, name: string, make: (column: Column) => Column): void {
  change(world, key, (table) => ({ ...table, columns: table.columns.map((column) => (column.name === name ? make(column) : column)) }));
}

/** The table without the part of this name. */
function withoutPart(table: Table, name: string): Table {
  const { primaryKey, ...rest } = table;
  const others = <T extends { readonly name: string }>(parts: readonly T[]) => parts.filter((part) => part.name !== name);
  return { ...rest, ...(primaryKey && primaryKey.name !== name && { primaryKey }), uniques: others(table.uniques), foreignKeys: others(table.foreignKeys), checks: others(table.checks), indexes: others(table.indexes) };
}

const sameSet = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((name) => b.includes(name));

/** Foreign keys, of any table, that point at exactly these columns. */
function pointingAt(schema: Schema, key: string, columns: readonly string[]): { key: string; name: string }[] {
  return Object.entries(schema.tables).flatMap(([owner, table]) => table.foreignKeys.filter(({ references }) => references.table === key && sameSet(references.columns, columns)).map(({ name }) => ({ key: owner, name })));
}

/** Drops the foreign keys whose target has no key left. */
function dropDangling(world: World): void {
  for (const [key, table] of Object.entries(world.tables)) {
    const standing = table.foreignKeys.filter(({ references }) => {
      const target = world.tables[references.table];
      return target && targetsOf(target).some((columns) => sameSet(columns, references.columns));
    });
    if (standing.length !== table.foreignKeys.length) world.tables[key] = { ...table, foreignKeys: standing };
  }
}

function dropColumn(world: World, key: string, name: string): void {
  change(world, key, (table) => {
    const { primaryKey, ...rest } = table;
    const columns = table.columns.filter((column) => column.name !== name && !(column.generated && mentions(column.generated.sql, name)));
    const gone = table.columns.filter((column) => !columns.includes(column)).map((column) => column.name);
    const free = (names: readonly string[]) => !names.some((each) => gone.includes(each));
    return {
      ...rest,
      columns,
      ...(primaryKey && free(primaryKey.columns) && { primaryKey }),
      uniques: table.uniques.filter((each) => free(each.columns)),
      foreignKeys: table.foreignKeys.filter((each) => free(each.columns)),
      checks: table.checks.filter((each) => !gone.some((column) => mentions(each.sql, column))),
      indexes: table.indexes.filter((each) => !gone.some((column) => indexUses(each, column))),
    };
  });
  dropDangling(world);
}

/** Columns tied by foreign keys of either schema: a type changes for all of them or for none. */
function tied(schemas: readonly Schema[], key: string, name: string): { key: string; name: string }[] {
  const found = [{ key, name }];
  for (const each of found) {
    for (const schema of schemas) {
      for (const [owner, table] of Object.entries(schema.tables)) {
        for (const { columns, references } of table.foreignKeys) {
          columns.forEach((column, at) => {
            const ends = [{ key: owner, name: column }, { key: references.table, name: references.columns[at]! }];
            if (!ends.some((end) => end.key === each.key && end.name === each.name)) return;
            for (const end of ends) if (!found.some((other) => other.key === end.key && other.name === end.name)) found.push(end);
          });
        }
      }
    }
  }
  return found;
}

function isInKey(table: Table, name: string): boolean {
  return [table.primaryKey?.columns ?? [], ...table.uniques.map(({ columns }) => columns), ...table.foreignKeys.map(({ columns }) => columns), ...table.foreignKeys.filter(({ references }) => references.table === keyOf(table)).map(({ references }) => references.columns)].some((columns) => columns.includes(name));
}

function isIndexed(table: Table, name: string): boolean {
  return table.indexes.some((index) => indexUses(index, name));
}

function isRead(table: Table, name: string): boolean {
  return table.checks.some(({ sql }) => mentions(sql, name)) || table.columns.some(({ generated }) => generated && mentions(generated.sql, name)) || table.indexes.some((index) => index.parts.some((part) => "expression" in part && mentions(part.expression, name)) || (index.where !== undefined && mentions(index.where, name)));
}

function isPointedAt(schema: Schema, key: string, name: string): boolean {
  return Object.values(schema.tables).some((table) => table.foreignKeys.some(({ references }) => references.table === key && references.columns.includes(name)));
}

const pickTable = ({ world }: Editing, choices: Choices): string | undefined => (world.keys().length ? choices.pick(world.keys()) : undefined);

function onTable(make: (editing: Editing, key: string, table: Table, choices: Choices) => void): Edit {
  return (editing, choices) => {
    const key = pickTable(editing, choices);
    if (key !== undefined) make(editing, key, editing.world.tables[key]!, choices);
  };
}

const edits: Readonly<Record<string, Edit>> = {
  addTable: ({ world }, choices) => void addTable(world, choices),

  dropTable: onTable(({ world, before, withRows }, key) => {
    const others = (schema: Schema) => Object.entries(schema.tables).some(([owner, table]) => owner !== key && owner in world.tables && table.foreignKeys.some(({ references }) => references.table === key));
    if (withRows && others(before)) return;
    delete world.tables[key];
    dropDangling(world);
  }),

  addColumn: onTable(({ world }, key, table, choices) => world.put({ ...table, columns: choices.chance(50) ? [...table.columns, plainColumn(world, choices)] : [table.columns[0]!, plainColumn(world, choices), ...table.columns.slice(1)] })),

  addGenerated: onTable(({ world }, key, _, choices) => addGenerated(world, key, choices)),

  dropColumn: onTable((editing, key, table, choices) => {
    const { world, before, withRows } = editing;
    const column = choices.pick(table.columns);
    if (!table.columns.some((each) => !each.generated && each !== column)) return;
    const former = before.tables[key]?.columns.find(({ name }) => name === column.name);
    if (withRows && former) {
      const blank = former.nullable && !former.default;
      const inKey = isInKey(before.tables[key]!, column.name) || before.tables[key]!.indexes.some((index) => index.unique && indexUses(index, column.name));
      if (inKey && !blank) return;
      if (isPointedAt(before, key, column.name) || before.tables[key]!.uniques.some((unique) => unique.nullsNotDistinct && unique.columns.includes(column.name))) return;
      if (!former.nullable && !former.default && !former.identity && !former.autoIncrement && !former.generated && neutralValue(former.type, before) === undefined) return;
    }
    dropColumn(world, key, column.name);
  }),

  changeType: onTable((editing, key, table, choices) => {
    const { world, before, engine, retyped } = editing;
    const column = choices.pick(table.columns);
    if (column.generated) return;
    const enums: ColumnType[] = familyOf(column.type) === "text" && column.type.kind !== "char" ? Object.keys(before.enums).filter((name) => name in world.enums).map((name) => ({ kind: "enum", name })) : [];
    const types = [...convertible(column.type, engine), ...enums];
    if (!types.length) return;
    const type = choices.pick(types);
    const all = tied([before, world.schema], key, column.name).filter((each) => world.tables[each.key]?.columns.some(({ name }) => name === each.name));
    const sameFamily = familyOf(type) === familyOf(column.type);
    const fits = all.every(({ key: owner, name }) => {
      const each = world.tables[owner]!;
      const present = each.columns.find((column) => column.name === name)!;
      if (retyped.has(`${owner}\0${name}`) || JSON.stringify(present.type) !== JSON.stringify(column.type)) return false;
      if ((isInKey(each, name) || isIndexed(each, name) || isPointedAt(world.schema, owner, name) || (before.tables[owner] && isInKey(before.tables[owner], name))) && !engine.keys.includes(type.kind)) return false;
      if (type.kind === "enum" && all.length > 1) return false;
      if ((present.autoIncrement || present.identity) && !["smallint", "integer", "bigint"].includes(type.kind)) return false;
      const read = isRead(each, name) || (before.tables[owner] !== undefined && isRead(before.tables[owner], name));
      return !read || (sameFamily && !["char", "real", "timestamp", "timestamptz"].includes(type.kind));
    });
    if (!fits) return;
    for (const { key: owner, name } of all) {
      retyped.add(`${owner}\0${name}`);
      changeColumn(world, owner, name, ({ default: former, collation, ...rest }) => ({ ...rest, type, ...(former && choices.chance(60) && { default: defaultOf(world, choices, type) }), ...(collation !== undefined && familyOf(type) === "text" && { collation }) }));
    }
  }),

  toggleNull: onTable((editing, key, table, choices) => {
    const column = choices.pick(table.columns);
    if (column.generated || column.autoIncrement || column.identity || table.primaryKey?.columns.includes(column.name)) return;
    if (column.nullable && (isFresh(editing, key, column.name) || table.foreignKeys.some(({ columns, onDelete, onUpdate }) => columns.includes(column.name) && [onDelete, onUpdate].includes("set null")))) return;
    if (column.default && "sql" in column.default && column.default.sql === "NULL") return;
    changeColumn(editing.world, key, column.name, (each) => ({ ...each, nullable: !each.nullable }));
  }),

  changeDefault: onTable(({ world }, key, table, choices) => {
    const column = choices.pick(table.columns);
    if (column.generated || column.autoIncrement || column.identity || table.foreignKeys.some(({ columns }) => columns.includes(column.name))) return;
    const given = choices.chance(65) ? defaultOf(world, choices, column.type) : undefined;
    changeColumn(world, key, column.name, (each) => withoutAbsent<Column>({ ...each, default: given }));
  }),

  addUnique: onTable((editing, key, table, choices) => {
    const able = table.columns.filter((column) => isKeyColumn(editing.engine, column) && (!editing.withRows || isFresh(editing, key) || !isFresh(editing, key, column.name)));
    addUnique(editing.world, key, choices, able.map(({ name }) => name));
  }),

  dropPart: onTable(({ world }, key, table, choices) => {
    const names = [...table.uniques, ...table.foreignKeys, ...table.checks, ...table.indexes].map(({ name }) => name);
    if (!names.length) return;
    world.put(withoutPart(table, choices.pick(names)));
    dropDangling(world);
  }),

  // The same columns stay unique by another constraint, and foreign keys go on pointing at them.
  replaceKey: onTable(({ world }, key, table, choices) => {
    const { primaryKey, ...rest } = table;
    const unique = table.uniques.find(({ deferrable, nullsNotDistinct }) => !deferrable && !nullsNotDistinct);
    const name = world.name(choices, "key");
    const counts = primaryKey && table.columns.some((column) => primaryKey.columns.includes(column.name) && (column.autoIncrement || column.identity));
    if (primaryKey && !counts && choices.chance(50)) world.put({ ...rest, uniques: [...table.uniques, { name, columns: primaryKey.columns }] });
    else if (unique && !primaryKey && unique.columns.every((each) => !table.columns.find((column) => column.name === each)!.nullable)) {
      world.put({ ...withoutPart(table, unique.name), primaryKey: { name, columns: unique.columns } });
    } else if (unique) world.put({ ...withoutPart(table, unique.name), uniques: [...table.uniques.filter((each) => each !== unique), { ...unique, name }] });
    else if (primaryKey && world.engine.dialect === "postgres") world.put({ ...table, primaryKey: { ...primaryKey, name } });
  }),

  // One more column, or one less, in the primary key.
  changePrimaryKey: onTable((editing, key, table, choices) => {
    const { world, before, engine } = editing;
    const { primaryKey } = table;
    if (!primaryKey || table.columns.some((column) => column.autoIncrement || column.identity)) return;
    if (pointingAt(world.schema, key, primaryKey.columns).length || pointingAt(before, key, primaryKey.columns).length) return;
    const more = table.columns.filter((column) => isKeyColumn(engine, column) && !column.nullable && !primaryKey.columns.includes(column.name) && !isFresh(editing, key, column.name));
    if (primaryKey.columns.length > 1 && !(editing.withRows && isFresh(editing, key, primaryKey.columns[0]))) world.put({ ...table, primaryKey: { ...primaryKey, columns: primaryKey.columns.slice(0, 1) } });
    else if (more.length) world.put({ ...table, primaryKey: { ...primaryKey, columns: choices.chance(50) ? [...primaryKey.columns, choices.pick(more).name] : [choices.pick(more).name, ...primaryKey.columns] } });
  }),

  addForeignKey: onTable((editing, key, _, choices) =>
    addForeignKey(editing.world, key, choices, (target, standing) => {
      if (!editing.withRows || isFresh(editing, key) || !standing) return true;
      return !isFresh(editing, target) && ![...editing.retyped].some((each) => each.startsWith(`${key}\0`) || each.startsWith(`${target}\0`)) && !editing.world.tables[target]!.columns.some((column) => isFresh(editing, target, column.name));
    }),
  ),

  changeForeignKey: onTable(({ world }, key, table, choices) => {
    if (!table.foreignKeys.length) return;
    const chosen = choices.pick(table.foreignKeys);
    const nullable = chosen.columns.every((name) => table.columns.find((column) => column.name === name)!.nullable);
    const { onDelete: _, ...rest } = chosen;
    const action = choices.pick([undefined, "cascade", "restrict", ...(nullable ? (["set null"] as const) : [])] as const);
    world.put({ ...table, foreignKeys: table.foreignKeys.map((each) => (each === chosen ? { ...rest, ...(action && { onDelete: action }) } : each)) });
  }),

  addCheck: onTable(({ world }, key, _, choices) => addCheck(world, key, choices)),

  changeCheck: onTable(({ world }, key, table, choices) => {
    const sql = checkSql(table, choices);
    if (table.checks.length && sql !== undefined) world.put({ ...table, checks: [{ ...table.checks[0]!, sql }, ...table.checks.slice(1)] });
  }),

  addIndex: onTable(({ world }, key, _, choices) => addIndex(world, key, choices)),

  changeIndex: onTable(({ world }, key, table, choices) => {
    if (!table.indexes.length) return;
    const chosen = choices.pick(table.indexes);
    addIndex(world, key, choices);
    const added = world.tables[key]!.indexes.slice(table.indexes.length);
    if (added.length) world.put({ ...table, indexes: [...table.indexes.filter((each) => each !== chosen), ...added.map((each) => ({ ...each, name: chosen.name }))] });
  }),

  changeGenerated: onTable(({ world }, key, table, choices) => {
    const column = table.columns.find(({ generated }) => generated);
    const made = column && generatedColumn(world, table, choices);
    if (!made || table.columns.some((each) => each.generated && each !== column && mentions(each.generated.sql, column.name))) return;
    changeColumn(world, key, column.name, (each) => ({ ...each, type: made.type, generated: made.generated! }));
  }),

  // The database stops computing the values, and keeps those that are there.
  ungenerate: onTable(({ world }, key, table) => {
    const column = table.columns.find(({ generated }) => generated);
    if (column) changeColumn(world, key, column.name, (each) => withoutAbsent<Column>({ ...each, generated: undefined }));
  }),

  commentTable: onTable(({ world }, _, table, choices) => {
    const { comment: former, ...rest } = table;
    world.put(former !== undefined && choices.chance(50) ? rest : { ...table, comment: comment(choices) });
  }),

  commentColumn: onTable(({ world }, key, table, choices) =>
    changeColumn(world, key, choices.pick(table.columns).name, ({ comment: former, ...rest }) => (former !== undefined && choices.chance(50) ? rest : { ...rest, comment: comment(choices) })),
  ),

  collate: onTable(({ world, before, engine }, key, table, choices) => {
    const able = table.columns.filter((column) => familyOf(column.type) === "text" && !column.generated && tied([before, world.schema], key, column.name).length === 1);
    if (!able.length) return;
    changeColumn(world, key, choices.pick(able).name, ({ collation, ...rest }) => (collation === undefined ? { ...rest, collation: choices.pick(engine.collations) } : rest));
  }),

  reorderColumns: onTable(({ world }, _, table) => world.put({ ...table, columns: table.columns.toReversed() })),

  toggleCounter: onTable(({ world, engine }, key, table, choices) => {
    const [name] = table.primaryKey?.columns ?? [];
    const column = table.columns.find((each) => each.name === name)!;
    if (!column || table.primaryKey!.columns.length > 1 || !["integer", "bigint"].includes(column.type.kind) || column.default || table.foreignKeys.some(({ columns }) => columns.includes(column.name)) || isRead(table, column.name)) return;
    changeColumn(world, key, column.name, ({ autoIncrement, identity: former, ...rest }) => {
      if (autoIncrement && choices.chance(50)) return rest;
      if (former && choices.chance(40)) return rest;
      return engine.identity && choices.chance(60) ? { ...rest, identity: identity(choices) } : { ...rest, autoIncrement: true };
    });
  }),

  addEnumColumn: onTable(({ world }, key, table, choices) => {
    const name = addEnum(world, choices);
    world.put({ ...table, columns: [...table.columns, { name: world.name(choices, "e"), type: { kind: "enum", name }, nullable: choices.chance(50) }] });
  }),

  addLabels: ({ world }, choices) => {
    const keys = Object.keys(world.enums);
    if (!keys.length) return;
    const key = choices.pick(keys);
    const each = world.enums[key]!;
    const labels = [...each.labels];
    for (let at = 1 + choices.number(2); at > 0; at--) labels.splice(choices.number(labels.length + 1), 0, world.name(choices, "label"));
    world.enums[key] = { ...each, labels };
    const users = Object.entries(world.tables).flatMap(([table, { columns }]) => columns.filter((column) => enumOf(column.type) === key && column.type.kind === "enum").map(({ name }) => ({ table, name })));
    if (users.length && choices.chance(50)) {
      const { table, name } = choices.pick(users);
      changeColumn(world, table, name, (column) => ({ ...column, default: { value: labels.find((label) => !each.labels.includes(label))! } }));
    }
  },

  // Labels that no row holds go; a default that holds one moves on.
  setLabels: ({ world }, choices) => {
    const keys = Object.keys(world.enums);
    if (!keys.length) return;
    const key = choices.pick(keys);
    const each = world.enums[key]!;
    const left = each.labels.filter((label) => ["1", "2", "3"].includes(label) || choices.chance(50));
    const labels = choices.chance(50) ? left.toReversed() : left;
    world.enums[key] = { ...each, labels };
    for (const [table, { columns }] of Object.entries(world.tables)) {
      for (const column of columns) {
        if (enumOf(column.type) === key && column.default && "value" in column.default && !labels.includes(String(column.default.value))) changeColumn(world, table, column.name, (present) => ({ ...present, default: { value: choices.pick(labels) } }));
      }
    }
  },

  dropEnum: ({ world }, choices) => {
    const unused = Object.keys(world.enums).filter((key) => !Object.values(world.tables).some(({ columns }) => columns.some((column) => enumOf(column.type) === key)));
    if (unused.length) delete world.enums[choices.pick(unused)];
  },

  addNamespace: ({ world, engine }, choices) => void (engine.namespaces && namespace(world, choices)),

  dropNamespace: ({ world }) => {
    const used = [...Object.values(world.tables), ...Object.values(world.enums)].map(({ schema }) => schema);
    for (const name of Object.keys(world.namespaces)) if (!used.includes(name)) delete world.namespaces[name];
  },
};

const editNames = Object.keys(edits);

/** Gives things that stood before another name, everywhere. */
function renamedWorld(world: World, before: Schema, numbers: readonly (readonly number[])[], log: string[]): { schema: Schema; answers: RenameAnswer[]; renames: Operation[] } {
  const answers: RenameAnswer[] = [];
  const renames: Operation[] = [];
  let schema = world.schema;
  const formerKeys = new Map(world.keys().map((key) => [key, key]));
  const done = new Set<string>();
  const apply = (operation: Operation, answer: RenameAnswer) => {
    schema = applyOperations(schema, [operation]);
    answers.push(answer);
    renames.push(operation);
    log.push(operation.kind);
  };
  const lists = numbers.map((list) => {
    const choices = new Choices(list);
    return { stage: choices.number(6), choices };
  });
  // The order in which renames are found: enums and tables first.
  for (const { stage, choices } of lists.sort((a, b) => a.stage - b.stage)) {
    if (stage === 0) {
      const from = choices.pick(Object.keys(schema.enums).filter((key) => key in before.enums && !done.has(`enum ${key}`)));
      if (from === undefined) continue;
      const { schema: namespace } = schema.enums[from]!;
      const to = keyOf({ name: world.name(choices, "mood"), schema: namespace });
      done.add(`enum ${to}`);
      apply({ kind: "renameEnum", from, to }, { kind: "enum", from, to });
    } else if (stage === 1) {
      const from = choices.pick(Object.keys(schema.tables).filter((key) => key in before.tables && formerKeys.get(key) === key));
      if (from === undefined) continue;
      const moved = world.engine.namespaces && choices.chance(25) ? choices.pick([undefined, ...Object.keys(schema.namespaces)]) : schema.tables[from]!.schema;
      const to = keyOf({ name: choices.chance(30) && moved !== schema.tables[from]!.schema ? schema.tables[from]!.name : world.name(choices, "t"), schema: moved });
      formerKeys.delete(from);
      formerKeys.set(to, from);
      apply({ kind: "renameTable", from, to }, { kind: "table", from, to });
    } else {
      const key = choices.pick(Object.keys(schema.tables).filter((each) => Object.hasOwn(before.tables, formerKeys.get(each)!)));
      if (key === undefined) continue;
      const table = schema.tables[key]!;
      const former = before.tables[formerKeys.get(key)!]!;
      if (stage <= 3) {
        const from = choices.pick(table.columns.filter(({ name }) => former.columns.some((column) => column.name === name)).map(({ name }) => name));
        if (from === undefined) continue;
        const to = world.name(choices, "c");
        apply({ kind: "renameColumn", table: key, from, to }, { kind: "column", owner: key, from, to });
      } else {
        const kinds = [
          ...table.uniques.map(({ name }) => ({ kind: "unique" as const, name })),
          ...table.foreignKeys.map(({ name }) => ({ kind: "foreignKey" as const, name })),
          ...table.checks.map(({ name }) => ({ kind: "check" as const, name })),
          ...table.indexes.map(({ name }) => ({ kind: "index" as const, name })),
        ];
        const formerParts = [...former.uniques, ...former.foreignKeys, ...former.checks, ...former.indexes].map(({ name }) => name);
        const chosen = choices.pick(kinds.filter(({ name }) => formerParts.includes(name)));
        if (chosen === undefined) continue;
        const to = world.name(choices, "part");
        apply(chosen.kind === "index" ? { kind: "renameIndex", table: key, from: chosen.name, to } : { kind: "renameConstraint", table: key, from: chosen.name, to }, { kind: chosen.kind, owner: key, from: chosen.name, to });
      }
    }
  }
  return { schema, answers, renames };
}
