import type { QueryName, QueryReader, QueryUses } from "../base/query-uses.ts";
import { referencesIn } from "../base/sql-references.ts";
import { splitKey } from "../schema/key.ts";
import { sqlParts, type SqlPart } from "../schema/object-sql.ts";
import { splitTarget } from "../schema/privileges.ts";
import type { Column, ColumnType, DatabaseObject, DatabaseObjectKind, Index, Schema, Table } from "../schema/types.ts";

/** A table, an enum or an object as a vertex: `"table users"`, `"enum mood"`, `"view active"`. */
export type Node = string;

export const tableNode = (key: string): Node => `table ${key}`;
export const enumNode = (key: string): Node => `enum ${key}`;

/** What needs what in one schema. Names are looked up, so the cost follows the length of the texts. Queries are parsed where that can be done. */
export class Dependencies {
  private readonly schema: Schema;
  private readonly queries: QueryReader | undefined;
  private readonly byName = new Map<string, Node[]>();
  private readonly needed = new Map<Node, ReadonlySet<Node>>();
  private reversed: Map<Node, Node[]> | undefined;

  constructor(schema: Schema, queries?: QueryReader) {
    this.schema = schema;
    this.queries = queries;
    const add = (space: string, name: string, node: Node) => {
      const key = `${space} ${name.toLowerCase()}`;
      const present = this.byName.get(key);
      if (present) present.push(node);
      else this.byName.set(key, [node]);
    };
    for (const [key, { name }] of Object.entries(schema.tables)) {
      add("relation", name, tableNode(key));
      // A table's row is a type.
      add("type", name, tableNode(key));
    }
    for (const [key, { name }] of Object.entries(schema.enums)) add("type", name, enumNode(key));
    for (const [key, object] of Object.entries(schema.objects)) for (const space of spacesOf(object)) add(space, object.name, key);
  }

  /** The nodes of the schema. */
  nodes(): Node[] {
    return [...Object.keys(this.schema.enums).map(enumNode), ...Object.keys(this.schema.tables).map(tableNode), ...Object.keys(this.schema.objects)];
  }

  /** What a node needs to be there while it is made and as long as it stands. Foreign keys are no need: they come and go by themselves. */
  needs(node: Node): ReadonlySet<Node> {
    let found = this.needed.get(node);
    if (!found) {
      const [kind, rest] = [node.slice(0, node.indexOf(" ")), node.slice(node.indexOf(" ") + 1)];
      const set = new Set<Node>();
      const table = kind === "table" ? this.schema.tables[rest] : undefined;
      const object = this.schema.objects[node];
      if (table) this.addTable(table, set);
      else if (object) this.addObject(object, set);
      set.delete(node);
      this.needed.set(node, (found = set));
    }
    return found;
  }

  /** What needs a node, directly. */
  usersOf(node: Node): readonly Node[] {
    if (!this.reversed) {
      this.reversed = new Map();
      for (const user of this.nodes()) {
        for (const need of this.needs(user)) {
          const present = this.reversed.get(need);
          if (present) present.push(user);
          else this.reversed.set(need, [user]);
        }
      }
    }
    return this.reversed.get(node) ?? [];
  }

  /** The enums and other types that a column's type is made of. */
  typesOf(type: ColumnType): ReadonlySet<Node> {
    const set = new Set<Node>();
    this.addType(type, set);
    return set;
  }

  private addTable(table: Table, set: Set<Node>): void {
    for (const column of table.columns) this.addColumn(column, set);
    for (const text of expressionsOf(table)) this.addSql(text, set);
    for (const parent of [...(table.facts?.inherits ?? []), ...(table.facts?.partitionOf ? [table.facts.partitionOf.table] : [])]) set.add(tableNode(parent));
    for (const index of [...table.indexes, ...(table.exclusions ?? []).map((each) => ({ ...each, parts: each.elements }))]) this.addIndex(index, set);
  }

  private addColumn({ type, default: value, generated, collation }: Column, set: Set<Node>): void {
    this.addType(type, set);
    if (value && "sql" in value) this.addSql(value.sql, set);
    if (generated) this.addSql(generated.sql, set);
    if (collation !== undefined) this.addNames("collation", collation, set);
  }

  private addIndex({ parts }: Pick<Index, "parts">, set: Set<Node>): void {
    for (const { collation } of parts) if (collation !== undefined) this.addNames("collation", collation, set);
  }

  private addType(type: ColumnType, set: Set<Node>): void {
    if (type.kind === "array") this.addType(type.element, set);
    else if (type.kind === "enum") set.add(enumNode(type.name));
    else if (type.kind === "sql") this.addTypeText(type.sql, set);
  }

  private addTypeText(text: string, set: Set<Node>): void {
    for (const word of referencesIn(text).words) this.addNames("type", word, set);
    for (const { name } of referencesIn(text).functions) this.addNames("type", name, set);
  }

  private addObject(object: DatabaseObject, set: Set<Node>): void {
    for (const key of object.dependsOn ?? []) set.add(key);
    if ("table" in object) this.addRelation(object.table, set);
    // The text of a routine in quotes is read when it runs; only SQL is looked at when it is made.
    const isLate = (object.kind === "function" || object.kind === "procedure") && !object.inline && !/^sql$/i.test(object.language ?? "sql");
    for (const part of sqlParts(object)) {
      if (isLate && !("body" in object && part.sql !== object.body)) continue;
      const uses = parsedPart(object, part, this.queries);
      if (uses) this.addUses(uses, set);
      else this.addSql(part.sql, set, object.kind === "trigger" || object.kind === "eventTrigger");
    }
    switch (object.kind) {
      case "function":
      case "procedure":
      case "aggregate":
        for (const { type, default: value } of [...object.parameters, ...("orderBy" in object ? (object.orderBy ?? []) : [])]) {
          this.addTypeText(type, set);
          if (value !== undefined) this.addSql(value, set);
        }
        if ("returns" in object && object.returns !== undefined) this.addTypeText(object.returns, set);
        if (object.kind === "aggregate") for (const value of Object.values(object.options)) this.addCallable(value, set);
        break;
      case "operator":
        this.addCallable(object.function, set);
        for (const value of Object.values(object.options ?? {})) this.addCallable(value, set);
        for (const type of [object.left, object.right]) if (type !== undefined) this.addTypeText(type, set);
        break;
      case "cast":
        if (object.function !== null) this.addCallable(object.function, set);
        this.addTypeText(object.source, set);
        this.addTypeText(object.target, set);
        break;
      case "domain":
        this.addType(object.type, set);
        for (const { sql } of object.checks ?? []) this.addSql(sql, set);
        if (object.default && "sql" in object.default) this.addSql(object.default.sql, set);
        if (object.collation !== undefined) this.addNames("collation", object.collation, set);
        break;
      case "compositeType":
        for (const { type } of object.attributes) this.addType(type, set);
        break;
      case "rangeType":
        this.addTypeText(object.subtype, set);
        for (const name of [object.canonical, object.subtypeDiff]) if (name !== undefined) this.addCallable(name, set);
        break;
      case "textSearchConfiguration":
      case "textSearchDictionary":
        for (const value of [...Object.values(object.options), ...Object.values(object.mappings ?? {}).flat()]) this.addNames("textSearch", lastName(value), set);
        break;
      case "statistics":
        for (const text of object.on) this.addSql(text, set);
        break;
      case "grant":
        for (const node of this.granted(object.on)) set.add(node);
        break;
      default:
        break;
    }
  }

  /** What a grant is on. */
  private granted(on: string): readonly Node[] {
    const { noun, key } = splitTarget(on);
    const kinds = { table: ["table", "view", "materializedView"], sequence: ["sequence"], function: ["function", "aggregate"], procedure: ["procedure"], schema: [], type: ["enum", "domain", "compositeType", "rangeType"] }[noun];
    return kinds.map((kind) => `${kind} ${key}`).filter((node) => node in this.schema.objects || node === (key in this.schema.tables ? tableNode(key) : undefined) || node === (key in this.schema.enums ? enumNode(key) : undefined));
  }

  private addRelation(key: string, set: Set<Node>): void {
    if (key in this.schema.tables) set.add(tableNode(key));
    for (const kind of ["view", "materializedView"]) if (`${kind} ${key}` in this.schema.objects) set.add(`${kind} ${key}`);
  }

  private addCallable(text: string, set: Set<Node>): void {
    this.addNames("function", lastName(text.replace(/\(.*$/s, "")), set);
  }

  /** Whatever a piece of SQL names. `calls` says that it is a call alone, whose words are no types. */
  private addSql(sql: string, set: Set<Node>, calls = false): void {
    const { relations, functions, words, strings } = referencesIn(sql);
    for (const relation of relations) this.addNamed("relation", relation, set);
    for (const called of functions) {
      this.addNamed("function", called, set);
      this.addNamed("relation", called, set);
      if (!calls) this.addNamed("type", called, set);
    }
    if (!calls) for (const word of words) if (this.byName.has(`type ${word.toLowerCase()}`)) this.addNames("type", word, set, (node) => !node.startsWith("table "));
    for (const text of strings) {
      // `nextval('auth.number_seq')`.
      const name = lastName(text);
      this.addNames("sequence", name, set);
      this.addNames("textSearch", name, set);
    }
  }

  /** What a parsed query uses. */
  private addUses({ relations, functions, types, strings }: QueryUses, set: Set<Node>): void {
    for (const relation of relations) this.addNamed("relation", relation.schema === undefined && this.isDefault(relation.name) ? { ...relation, schema: "public" } : relation, set);
    for (const called of functions) for (const space of ["function", "type"]) this.addNamed(space, called, set);
    for (const type of types) this.addNamed("type", type, set);
    for (const text of strings) for (const space of ["sequence", "textSearch"]) this.addNames(space, lastName(text), set);
  }

  /** Whether a bare name is that of a table or view in the default schema, so that it is no other one's. */
  private isDefault(name: string): boolean {
    return (this.byName.get(`relation ${name.toLowerCase()}`) ?? []).some((node) => schemaOf(node, this.schema) === undefined);
  }

  private addNamed(space: string, { name, schema }: QueryName, set: Set<Node>): void {
    this.addNames(space, name, set, (node) => schema === undefined || schemaOf(node, this.schema) === (schema === "public" ? undefined : schema));
  }

  private addNames(space: string, name: string, set: Set<Node>, accept: (node: Node) => boolean = () => true): void {
    for (const node of this.byName.get(`${space} ${name.toLowerCase()}`) ?? []) if (accept(node)) set.add(node);
  }
}

/** What a text of an object uses by its grammar; nothing where its words have to do: the bodies of triggers and routines, and what does not parse. */
export function parsedPart(object: DatabaseObject, { as, sql }: SqlPart, queries: QueryReader | undefined): QueryUses | undefined {
  if (!queries) return undefined;
  if ((object.kind === "function" || object.kind === "procedure") && object.inline) {
    const returned = /^\s*return\s+([\s\S]+?);?\s*$/i.exec(sql);
    return as === "text" && returned ? queries({ sql: returned[1]!, as: "expression" }) : undefined;
  }
  if (!parsedKinds.has(object.kind) || (as !== "query" && as !== "expression")) return undefined;
  return queries({ sql, as });
}

const parsedKinds: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["view", "materializedView", "policy", "rule"]);

function schemaOf(node: Node, schema: Schema): string | undefined {
  const object = schema.objects[node];
  if (object) return "schema" in object ? object.schema : undefined;
  return splitKey(node.slice(node.indexOf(" ") + 1)).schema;
}

/** The spaces of names that an object's name belongs to. */
function spacesOf(object: DatabaseObject): readonly string[] {
  switch (object.kind) {
    case "view":
    case "materializedView":
      return ["relation", "type"];
    case "function":
    case "procedure":
    case "aggregate":
      return ["function"];
    case "sequence":
      return ["sequence", "relation"];
    case "domain":
    case "compositeType":
    case "rangeType":
      return ["type"];
    case "collation":
      return ["collation"];
    case "textSearchConfiguration":
    case "textSearchDictionary":
    case "textSearchParser":
    case "textSearchTemplate":
      return ["textSearch"];
    default:
      return [];
  }
}

/** The expressions of a table beside those of its columns. */
function expressionsOf(table: Table): string[] {
  const ofParts = (parts: Index["parts"]) => parts.flatMap((part) => ("expression" in part ? [part.expression] : []));
  return [
    ...table.checks.map(({ sql }) => sql),
    ...table.indexes.flatMap(({ parts, where }) => [...ofParts(parts), ...(where === undefined ? [] : [where])]),
    ...(table.exclusions ?? []).flatMap(({ elements, where }) => [...ofParts(elements), ...(where === undefined ? [] : [where])]),
    ...(table.facts?.partitionBy ? ofParts(table.facts.partitionBy.parts) : []),
  ];
}

/** The name at the end of `auth.name` or `'name'`. */
function lastName(text: string): string {
  return text.replace(/^'|'(::.*)?$/g, "").split(".").at(-1)!.replaceAll('"', "").trim();
}

