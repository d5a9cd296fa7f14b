import { keyOf } from "../../../src/schema/key.ts";
import { emptySchema } from "../../../src/schema/types.ts";
import type { Check, Column, ColumnType, EnumType, ForeignKey, Identity, Index, IndexPart, Schema, Table } from "../../../src/schema/types.ts";
import { Choices } from "./entropy.ts";
import { familyOf, valueOf, type Engine } from "./engines.ts";

/** A schema that grows: every name is given once, and tables are replaced whole. */
export class World {
  readonly engine: Engine;
  readonly namespaces: Record<string, { name: string }> = {};
  readonly enums: Record<string, EnumType> = {};
  readonly tables: Record<string, Table> = {};
  private count = 0;

  constructor(engine: Engine, start?: World) {
    this.engine = engine;
    if (!start) return;
    Object.assign(this.namespaces, start.namespaces);
    Object.assign(this.enums, start.enums);
    Object.assign(this.tables, start.tables);
    this.count = start.count;
  }

  get schema(): Schema {
    return { ...emptySchema, namespaces: { ...this.namespaces }, enums: { ...this.enums }, tables: { ...this.tables }, requiredRows: {} };
  }

  /** A name that nothing else has, plain or one that needs quotes. */
  name(choices: Choices, stem: string): string {
    const number = ++this.count;
    const odd = [`${stem} ${number}`, `${stem.toUpperCase()}_${number}`, `${stem}"${number}`, `${stem}'${number}`, `ü${stem}${number}`, `${stem}.${number}`, `${stem}-${number}`, `${number}${stem}`, `\`${stem}${number}`, `${stem}_${number}_${"x".repeat(50)}`];
    if (choices.chance(12)) return choices.pick(odd);
    const reserved = ["order", "select", "user", "group", "table", "check", "default", "index", "key", "values", "end", "primary"];
    return number <= reserved.length && choices.chance(8) ? reserved[number - 1]! : `${stem}${number}`;
  }

  put(table: Table): void {
    this.tables[keyOf(table)] = table;
  }

  keys(): string[] {
    return Object.keys(this.tables);
  }
}

/** A name within an expression. */
export function inSql(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !/^(order|select|user|group|table|check|default|index|key|values|end|primary)$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

export function startWorld(engine: Engine, enums: readonly (readonly number[])[], tables: readonly (readonly number[])[]): World {
  const world = new World(engine);
  for (const numbers of enums) addEnum(world, new Choices(numbers));
  for (const numbers of tables) addTable(world, new Choices(numbers));
  return world;
}

const words = ["sad", "it's ok", "Happy", 'say "x"', "back\\slash", "größe", "a,b", "(x)", "two words", "0"];

export function addEnum(world: World, choices: Choices): string {
  const name = world.name(choices, "mood");
  const schema = world.engine.namespaces && choices.chance(20) ? namespace(world, choices) : undefined;
  const labels = ["1", "2", "3", ...choices.some(words, 3)];
  const type: EnumType = { name, ...(schema !== undefined && { schema }), labels: choices.chance(30) ? labels.toReversed() : labels };
  world.enums[keyOf(type)] = type;
  return keyOf(type);
}

export function namespace(world: World, choices: Choices): string {
  const present = Object.keys(world.namespaces);
  if (present.length && choices.chance(60)) return choices.pick(present);
  const name = world.name(choices, "space");
  world.namespaces[name] = { name };
  return name;
}

export function addTable(world: World, choices: Choices): string {
  const { engine } = world;
  const schema = engine.namespaces && choices.chance(15) ? namespace(world, choices) : undefined;
  const name = world.name(choices, "t");
  const key = keyOf({ name, schema });
  world.put({ name, ...(schema !== undefined && { schema }), columns: [primaryColumn(world, choices)], uniques: [], foreignKeys: [], checks: [], indexes: [], ...(choices.chance(15) && { comment: comment(choices) }) });
  const edit = (change: (table: Table) => Table) => world.put(change(world.tables[key]!));
  const number = choices.number(5);
  for (let at = 0; at < number; at++) edit((table) => ({ ...table, columns: [...table.columns, plainColumn(world, choices)] }));
  const first = world.tables[key]!.columns[0]!;
  const keyColumns = () => world.tables[key]!.columns.filter((column) => isKeyColumn(engine, column));
  const composite = keyColumns().find(({ nullable, name }) => !nullable && name !== first.name);
  if (choices.chance(90)) {
    const columns = composite && !first.autoIncrement && !first.identity && choices.chance(40) ? [first.name, composite.name] : [first.name];
    edit((table) => ({ ...table, primaryKey: { name: engine.dialect === "mariadb" ? "PRIMARY" : world.name(choices, "pk"), columns } }));
  } else {
    const { autoIncrement: _, ...plain } = first;
    edit((table) => ({ ...table, columns: [plain, ...table.columns.slice(1)] }));
  }
  if (choices.chance(40)) addUnique(world, key, choices, keyColumns().map((column) => column.name));
  if (choices.chance(25)) addGenerated(world, key, choices);
  for (let at = choices.number(3); at > 0; at--) addForeignKey(world, key, choices, () => true);
  if (choices.chance(40)) addCheck(world, key, choices);
  if (choices.chance(50)) addIndex(world, key, choices);
  return key;
}

function primaryColumn(world: World, choices: Choices): Column {
  const { engine } = world;
  const type = choices.pick<ColumnType>([{ kind: "integer" }, { kind: "integer" }, { kind: "bigint" }, { kind: "varchar", length: 40 }, { kind: "uuid" }]);
  const name = choices.chance(60) ? "id" : world.name(choices, "id");
  const counts = type.kind === "integer" || type.kind === "bigint";
  if (counts && engine.identity && choices.chance(25)) return { name, type, nullable: false, identity: identity(choices) };
  return { name, type, nullable: false, ...(counts && choices.chance(40) && { autoIncrement: true as const }) };
}

export function identity(choices: Choices): Identity {
  return { generation: choices.pick(["byDefault", "always"] as const), ...(choices.chance(30) && { increment: 2 + choices.number(3) }), ...(choices.chance(30) && { start: 1 + choices.number(9) }), ...(choices.chance(20) && { maxValue: 9999 }), ...(choices.chance(20) && { cycle: true as const }), ...(choices.chance(20) && { cache: 5 }) };
}

export function plainColumn(world: World, choices: Choices): Column {
  const { engine } = world;
  const enums = Object.keys(world.enums);
  const type: ColumnType = enums.length && choices.chance(20) ? { kind: "enum", name: choices.pick(enums) } : choices.pick(engine.types);
  const nullable = !choices.chance(50);
  const given = choices.chance(35) ? defaultOf(world, choices, type) : nullable && choices.chance(8) ? { sql: "NULL" } : undefined;
  return {
    name: world.name(choices, "c"),
    type,
    nullable,
    ...(given && { default: given }),
    ...(choices.chance(10) && { comment: comment(choices) }),
    ...(familyOf(type) === "text" && choices.chance(8) && { collation: choices.pick(engine.collations) }),
  };
}

const texts = ["x", "", "it's", "back\\slash", "two\nlines", 'a "b"', "100%", "größe 😀", "null", "-1", "--", "/* */", ":name ?"];

export function comment(choices: Choices): string {
  return choices.pick(texts.filter((text) => text !== ""));
}

/** A default in one of the spellings that authors use. */
export function defaultOf(world: World, choices: Choices, type: ColumnType): NonNullable<Column["default"]> {
  switch (type.kind) {
    case "text":
    case "varchar":
    case "char":
      return choices.chance(80) ? { value: choices.pick(texts) } : { sql: choices.pick(["'a' ", "lower('A')"]) };
    case "smallint":
    case "integer":
    case "bigint":
      return choices.chance(80) ? { value: choices.pick([0, 1, -5, 42]) } : { sql: choices.pick(["1 + 1", "-7", "(3)"]) };
    case "numeric":
      return choices.chance(80) ? { value: choices.pick([0, 1.5, -2.25, "3.10"]) } : { sql: choices.pick(["1.50", "2 * 3"]) };
    case "real":
    case "double":
      return { value: choices.pick([0, 1.5, -0.25]) };
    case "boolean":
      return choices.chance(70) ? { value: choices.pick([true, false]) } : { sql: choices.pick(["true", "FALSE"]) };
    case "date":
      return choices.chance(50) ? { value: "2020-02-03" } : { sql: "CURRENT_DATE" };
    case "time":
      return choices.chance(50) ? { value: "10:11:12" } : { sql: "CURRENT_TIME" };
    case "timestamptz":
      return choices.chance(50) ? { value: "2020-02-03T10:11:12.000Z" } : { sql: "CURRENT_TIMESTAMP" };
    case "timestamp":
      return choices.chance(50) ? { value: "2020-02-03 10:11:12" } : { sql: type.precision ? `CURRENT_TIMESTAMP(${type.precision})`.replace(/\(\d\)$/, world.engine.dialect === "sqlite" ? "" : "$&") : choices.pick(["CURRENT_TIMESTAMP", "current_timestamp"]) };
    case "enum":
      return { value: choices.pick(world.enums[type.name]!.labels) };
    case "uuid":
      return { value: "11111111-2222-3333-4444-555555555555" };
    case "json":
    case "jsonb":
      return { value: choices.pick(['{"a": [1, "it\'s"]}', "[]"]) };
    case "binary":
      return { value: "\\x00ff" };
    case "interval":
      return { value: "1 day" };
    case "array":
      return { value: type.element.kind === "text" ? '["a", "it\'s"]' : "[1, 2]" };
    case "sql":
      return { value: "127.0.0.1" };
  }
}

export function isKeyColumn(engine: Engine, { type, generated }: Column): boolean {
  return engine.keys.includes(type.kind) && !generated;
}

export function addUnique(world: World, key: string, choices: Choices, columns: readonly string[]): void {
  if (!columns.length) return;
  const table = world.tables[key]!;
  const chosen = choices.some(columns, 2);
  const same = (other: readonly string[]) => other.length === chosen.length && other.every((name) => chosen.includes(name));
  if (table.uniques.some((each) => same(each.columns)) || (table.primaryKey && same(table.primaryKey.columns))) return;
  world.put({ ...table, uniques: [...table.uniques, { name: world.name(choices, "uq"), columns: chosen, ...(world.engine.deferrable && choices.chance(10) && { deferrable: "initially deferred" as const }), ...(world.engine.identity && choices.chance(8) && { nullsNotDistinct: true as const }) }] });
}

/** The columns that a check or a generated column may read: not those that count up, that others compute, or that point elsewhere. */
export function readable(table: Table): readonly Column[] {
  const pointing = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  return table.columns.filter((column) => !column.autoIncrement && !column.identity && !column.generated && !pointing.has(column.name));
}

export function generatedColumn(world: World, table: Table, choices: Choices): Column | undefined {
  const bases = readable(table).filter(({ type }) => ["integer", "bigint", "varchar", "text", "numeric"].includes(type.kind));
  if (!bases.length) return undefined;
  const base = choices.pick(bases);
  const name = inSql(base.name);
  const sql = familyOf(base.type) === "number" ? choices.pick([`${name} + 1`, `${name} * 2`, `(${name} + 1) * 3`, `coalesce(${name}, 0)`, `CASE WHEN ${name} > 3 THEN 1 ELSE 0 END`]) : choices.pick([`lower(${name})`, `upper(${name})`, `coalesce(${name}, 'x')`]);
  const type: ColumnType = familyOf(base.type) === "number" ? { kind: "bigint" } : { kind: "text" };
  return { name: world.name(choices, "g"), type, nullable: true, generated: { sql, storage: choices.pick(world.engine.virtual) } };
}

export function addGenerated(world: World, key: string, choices: Choices): void {
  const table = world.tables[key]!;
  const column = generatedColumn(world, table, choices);
  if (column) world.put({ ...table, columns: [...table.columns, column] });
}

export function checkSql(table: Table, choices: Choices): string | undefined {
  const columns = readable(table).filter(({ type }) => ["number", "text", "date", "boolean"].includes(familyOf(type)) && !["char", "real", "timestamp", "timestamptz"].includes(type.kind));
  if (!columns.length) return undefined;
  const { name: plain, type } = choices.pick(columns);
  const name = inSql(plain);
  switch (familyOf(type)) {
    case "number":
      return choices.pick([`${name} > -100`, `${name} IS NULL OR ${name} <> 77`, `${name} BETWEEN -90 AND 90`, `${name} IN (0, 1, 2, 3, -5, 42, 4) OR ${name} > -90`, `${name} NOT IN (70, 71)`, `NOT (${name} = 77 AND ${name} > 3)`, `${name} + 1 < 1000`, `-${name} < 1000`]);
    case "text":
      return choices.pick([`length(${name}) < 100`, `${name} <> 'it''s no'`, `${name} NOT LIKE 'no%'`, `lower(${name}) <> 'q'`, `${name} IN ('a', 'b') OR ${name} <> 'zz'`, `coalesce(${name}, '') <> 'q'`, `${name} IS NULL OR ${name} <> 'back\\slash no'`]);
    case "boolean":
      return choices.pick([`${name} OR NOT ${name}`, `${name} IS NOT NULL OR ${name} IS NULL`]);
    default:
      return choices.pick([`${name} > '1900-01-01'`, `${name} BETWEEN '1900-01-01' AND '2100-01-01'`]);
  }
}

export function addCheck(world: World, key: string, choices: Choices): void {
  const table = world.tables[key]!;
  const sql = checkSql(table, choices);
  if (sql !== undefined) world.put({ ...table, checks: [...table.checks, { name: world.name(choices, "ck"), sql } satisfies Check] });
}

export function addIndex(world: World, key: string, choices: Choices, columns?: readonly Column[]): void {
  const { engine } = world;
  const table = world.tables[key]!;
  const able = (columns ?? table.columns).filter((column) => isKeyColumn(engine, column));
  if (!able.length) return;
  const parts = choices.some(able, 3).map((column): IndexPart => {
    const name = inSql(column.name);
    const order = choices.chance(20) ? { order: "desc" as const } : {};
    const nulls = engine.include && choices.chance(15) ? { nulls: choices.pick(["first", "last"] as const) } : {};
    const standard = "order" in order ? "first" : "last";
    const kept = "nulls" in nulls && nulls.nulls !== standard ? nulls : {};
    if (!engine.expressions || !choices.chance(25)) return { column: column.name, ...order, ...kept };
    if (familyOf(column.type) === "text") return { expression: choices.pick([`lower(${name})`, `coalesce(${name}, 'x')`, `upper(${name})`]), ...order, ...kept };
    return familyOf(column.type) === "number" ? { expression: choices.pick([`${name} + 1`, `abs(${name})`, `coalesce(${name}, 0)`]), ...order, ...kept } : { column: column.name, ...order, ...kept };
  });
  const condition = engine.partial && choices.chance(25) ? (choices.chance(50) ? `${inSql(choices.pick(able).name)} IS NOT NULL` : checkSql(table, choices)) : undefined;
  const others = engine.include && choices.chance(15) ? able.filter((column) => !parts.some((part) => "column" in part && part.column === column.name)) : [];
  const index: Index = { name: world.name(choices, "ix"), parts, ...(condition !== undefined && { where: condition }), ...(others.length && { include: [others[0]!.name] }) };
  world.put({ ...table, indexes: [...table.indexes, index] });
}

/** The column lists of a table that a foreign key may point at. */
export function targetsOf(table: Table): readonly (readonly string[])[] {
  return [...(table.primaryKey ? [table.primaryKey.columns] : []), ...table.uniques.filter(({ deferrable }) => !deferrable).map(({ columns }) => columns)];
}

/** Points some columns of a table, new or standing, at a key: of another table, or of the table itself. `mayPoint` refuses a pair. */
export function addForeignKey(world: World, key: string, choices: Choices, mayPoint: (target: string, standing: boolean) => boolean): void {
  const { engine } = world;
  const candidates = world.keys().flatMap((target) => targetsOf(world.tables[target]!).map((columns) => ({ target, columns })));
  if (!candidates.length) return;
  const { target, columns } = choices.pick(candidates);
  const referred = world.tables[target]!;
  if (columns.some((name) => referred.columns.find((column) => column.name === name)!.collation !== undefined)) return;
  let table = world.tables[key]!;
  const used = new Set<string>();
  let standing = false;
  const own = columns.map((name): string => {
    const type = referred.columns.find((column) => column.name === name)!.type;
    const read = new Set(table.columns.flatMap((column) => (column.generated ? table.columns.filter((each) => column.generated!.sql.includes(each.name)).map((each) => each.name) : [])));
    const fitting = table.columns.filter((column) => !used.has(column.name) && !(target === key && columns.includes(column.name)) && !read.has(column.name) && column.collation === undefined && !column.autoIncrement && !column.identity && !column.generated && !column.default && JSON.stringify(column.type) === JSON.stringify(type));
    if (fitting.length && choices.chance(50)) {
      const found = choices.pick(fitting);
      standing = true;
      used.add(found.name);
      return found.name;
    }
    const column: Column = { name: world.name(choices, "ref"), type, nullable: !choices.chance(30) || world.keys().includes(key) };
    table = { ...table, columns: [...table.columns, column] };
    used.add(column.name);
    return column.name;
  });
  if (!mayPoint(target, standing)) return;
  if (table.foreignKeys.some((each) => each.columns.join() === own.join())) return;
  const nullable = own.every((name) => table.columns.find((column) => column.name === name)!.nullable);
  const actions = ["cascade", "restrict", ...(nullable ? (["set null"] as const) : [])] as const;
  const foreignKey: ForeignKey = {
    name: world.name(choices, "fk"),
    columns: own,
    references: { table: target, columns },
    ...(choices.chance(40) && { onDelete: choices.pick(actions) }),
    ...(choices.chance(20) && { onUpdate: choices.pick(actions) }),
    ...(engine.deferrable && choices.chance(15) && { deferrable: choices.pick(["initially deferred", "initially immediate"] as const) }),
  };
  world.put({ ...table, foreignKeys: [...table.foreignKeys, foreignKey] });
}

export { valueOf };
