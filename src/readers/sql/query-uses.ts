import type { ColumnUse, QueryName, QueryUses } from "../../base/query-uses.ts";
import { bareUse, qualifiedUse, type CommonTables, type Scope, type Source } from "./query-scope.ts";

/** A node of sql-parser-cst's tree. Only what is looked at is told of; everything else is walked through. */
export interface TreeNode {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** Something that is not looked into: the words of the text have to do. */
export class NotCovered extends Error {}

/**
 * What a parsed query uses. Every name is looked up in the scope in which it stands; where the tree cannot tell whose a column is,
 * all that may have it are named. `ownSchema` is the one that need not be said. Throws `NotCovered` for what is no query.
 */
export function usesOf(statement: TreeNode, ownSchema?: string): QueryUses {
  const walk = new Walk(ownSchema);
  walk.query(statement, { scopes: [], tables: new Map() });
  return { relations: unique(walk.relations), functions: unique(walk.functions), types: unique(walk.types), strings: [...new Set(walk.strings)], columns: unique(walk.columns) };
}

/** Where a node stands: what its names may mean. */
interface Place {
  readonly scopes: readonly Scope[];
  readonly tables: CommonTables;
}

/** What a query gives: the names of its columns, where all are known. */
type Outputs = readonly string[] | undefined;

class Walk {
  readonly relations: QueryName[] = [];
  readonly functions: QueryName[] = [];
  readonly types: QueryName[] = [];
  readonly strings: string[] = [];
  readonly columns: ColumnUse[] = [];
  private readonly ownSchema: string | undefined;
  /** WITH clauses that were read, as the one of a compound query is met twice. */
  private readonly read = new Set<TreeNode>();

  constructor(ownSchema: string | undefined) {
    this.ownSchema = ownSchema;
  }

  query(node: TreeNode, place: Place, isPart = false): Outputs {
    if (node.type === "paren_expr") return this.query(child(node, "expr"), place, isPart);
    if (node.type === "compound_select_stmt") {
      // WITH stands in the left query, and is there for both.
      const tables = this.commonTables(firstSelect(node), place);
      const inner = { ...place, tables };
      const outputs = this.query(child(node, "left"), inner, true);
      this.query(child(node, "right"), inner, true);
      return outputs;
    }
    if (node.type !== "select_stmt") throw new NotCovered(node.type);
    return this.select(node, place, isPart);
  }

  private select(node: TreeNode, place: Place, isPart: boolean): Outputs {
    const clauses = children(node, "clauses");
    const named = (type: string) => clauses.find((each) => each.type === type);
    const tables = this.commonTables(node, place);
    const from = named("from_clause");
    const scope = from ? this.from(child(from, "expr"), { ...place, tables }, []) : [];
    const inner: Place = { scopes: [scope, ...place.scopes], tables };
    let outputs: Outputs;
    let given = new Set<string>();
    for (const clause of clauses) {
      switch (clause.type) {
        case "with_clause":
        case "from_clause":
        case "order_by_clause":
        case "for_clause":
        case "lock_in_share_mode_clause":
          break;
        case "select_clause": {
          const { names, isKnown } = this.selected(clause, inner);
          given = new Set(names);
          outputs = isKnown ? names : undefined;
          break;
        }
        case "table_clause":
          this.star(this.from(child(clause, "table"), { ...place, tables }, []));
          break;
        case "paren_expr":
        case "compound_select_stmt":
        case "select_stmt":
          outputs = this.query(clause, { ...place, tables }, isPart);
          break;
        default:
          this.within(clause, inner);
      }
    }
    const order = named("order_by_clause");
    if (order) this.ordered(order, given, inner, isPart);
    return outputs;
  }

  /** ORDER BY names a column of the result before one of a table, and nothing else after UNION. */
  private ordered(clause: TreeNode, outputs: ReadonlySet<string>, place: Place, isPart: boolean): void {
    for (const item of items(child(clause, "specifications"))) {
      const expression = item.type === "sort_specification" ? child(item, "expr") : item;
      if (expression.type !== "identifier" || !(isPart || outputs.has(nameOf(expression)))) this.expression(expression, place);
    }
  }

  private selected(clause: TreeNode, place: Place): { names: string[]; isKnown: boolean } {
    const names: string[] = [];
    let isKnown = true;
    for (const modifier of children(clause, "modifiers")) this.within(modifier, place);
    for (const item of clause["columns"] ? items(child(clause, "columns")) : []) {
      if (item.type === "all_columns") {
        this.star(place.scopes[0]!);
        isKnown &&= place.scopes[0]!.every(({ relation, columns }) => !relation && columns !== undefined);
        names.push(...place.scopes[0]!.flatMap(({ columns = [] }) => columns));
        continue;
      }
      this.expression(item, place);
      const name = item.type === "alias" ? nameOf(child(item, "alias")) : lastIdentifier(item);
      if (name === undefined) isKnown = false;
      else names.push(name);
    }
    return { names, isKnown };
  }

  private commonTables(node: TreeNode, place: Place): CommonTables {
    const clause = node.type === "select_stmt" ? children(node, "clauses").find(({ type }) => type === "with_clause") : undefined;
    if (!clause || this.read.has(clause)) return place.tables;
    this.read.add(clause);
    const tables = new Map(place.tables);
    const isRecursive = clause["recursiveKw"] !== undefined;
    for (const each of items(child(clause, "tables"))) {
      const name = nameOf(child(each, "table"));
      const listed = each["columns"] ? items(unwrapped(child(each, "columns"))).map(nameOf) : undefined;
      if (isRecursive) tables.set(name, listed);
      const outputs = this.query(child(each, "expr"), { ...place, tables });
      // SEARCH and CYCLE add columns.
      tables.set(name, each["search"] || each["cycle"] ? undefined : (listed ?? outputs));
    }
    return tables;
  }

  /** The sources of a FROM. `left` are those before it, which a function or a LATERAL query may name. */
  private from(node: TreeNode, place: Place, left: Scope): Scope {
    const beside: Place = left.length ? { ...place, scopes: [left, ...place.scopes] } : place;
    switch (node.type) {
      case "identifier":
      case "member_expr":
        return [this.relation(node, place)];
      case "alias":
        return this.aliased(node, place, left);
      case "join_expr":
        return this.join(node, place, left);
      case "lateral_derived_table":
        return this.from(child(node, "expr"), beside, left);
      case "paren_expr": {
        const inner = child(node, "expr");
        if (isQuery(inner)) return [{ columns: this.query(inner, place) }];
        return this.from(inner, place, left);
      }
      case "table_with_inheritance":
      case "table_without_inheritance":
      case "indexed_table":
      case "not_indexed_table":
      case "partitioned_table":
        return this.from(child(node, "table"), place, left);
      case "tablesample_expr":
        this.within(node["args"], beside);
        return this.from(child(node, "left"), place, left);
      case "for_system_time_as_of_expr":
        return this.from(child(node, "left"), place, left);
      case "dual_table":
        return [];
      case "func_call": {
        this.expression(node, beside);
        const name = lastIdentifier(child(node, "name"));
        return [name === undefined ? {} : { name }];
      }
      case "with_ordinality_expr":
      case "rows_from_expr":
      case "func_call_with_column_definitions":
        this.within(node, beside);
        return [{}];
      default:
        throw new NotCovered(node.type);
    }
  }

  private relation(node: TreeNode, { tables }: Place): Source {
    const path = pathOf(node);
    if (!path || path.length > 3) throw new NotCovered("a table's name");
    const [schema, name] = path.length > 1 ? [path.at(-2), path.at(-1)!] : [undefined, path[0]!];
    if (schema === undefined && tables.has(name)) return { name, columns: tables.get(name) };
    const relation: QueryName = schema === undefined || schema === this.ownSchema ? { name } : { name, schema };
    this.relations.push(relation);
    return { name, ...(schema !== undefined && { schema }), relation };
  }

  private aliased(node: TreeNode, place: Place, left: Scope): Scope {
    const inner = this.from(child(node, "expr"), place, left);
    const name = nameOf(child(node, "alias"));
    const listed = node["columnAliases"] ? items(unwrapped(child(node, "columnAliases"))).map((each) => (each.type === "identifier" ? nameOf(each) : "")) : undefined;
    // An alias of a join stands for all that it holds.
    if (inner.length !== 1) {
      this.star(inner);
      return [{ name }];
    }
    const [{ relation, columns }] = inner as readonly [Source];
    if (!listed) return [{ name, ...(relation && { relation }), columns }];
    // Columns under other names: which is which, only the order of the table's columns tells.
    if (relation) this.star(inner);
    return [{ name, columns: relation || !columns ? undefined : [...listed, ...columns.slice(listed.length)] }];
  }

  private join(node: TreeNode, place: Place, left: Scope): Scope {
    const first = this.from(child(node, "left"), place, left);
    const second = this.from(child(node, "right"), place, [...left, ...first]);
    const sources = [...first, ...second];
    const operator = [node["operator"]].flat() as unknown[];
    if (operator.some((word) => isNode(word) && word["name"] === "NATURAL")) this.star(sources);
    const specification = node["specification"];
    if (!isNode(specification)) return sources;
    if (specification.type === "join_using_specification") {
      for (const column of items(unwrapped(child(specification, "expr"))).map(nameOf)) {
        for (const { relation } of sources) if (relation) this.columns.push({ column, scopes: [[relation]] });
      }
    } else this.within(specification, { ...place, scopes: [[...left, ...sources], ...place.scopes] });
    return sources;
  }

  private star(scope: Scope): void {
    for (const { relation } of scope) if (relation) this.columns.push({ scopes: [[relation]] });
  }

  private expression(node: TreeNode, place: Place): void {
    switch (node.type) {
      case "identifier":
        this.use(bareUse(nameOf(node), place.scopes));
        return;
      case "member_expr":
        this.member(node, place);
        return;
      case "alias":
        this.expression(child(node, "expr"), place);
        return;
      case "string_literal":
        this.strings.push(String(node["value"]));
        return;
      case "func_call":
        this.call(node, place);
        return;
      case "cast_operator_expr":
        this.expression(child(node, "left"), place);
        this.type(node["right"]);
        return;
      case "cast_arg":
        this.expression(child(node, "expr"), place);
        this.type(node["dataType"]);
        return;
      case "named_arg":
        this.expression(child(node, "value"), place);
        return;
      case "extract_from":
        this.expression(child(node, "expr"), place);
        return;
      case "binary_expr":
        this.expression(child(node, "left"), place);
        // The other side of COLLATE is a collation's name.
        if (!(isNode(node["operator"]) && node["operator"]["name"] === "COLLATE")) this.within(node["right"], place);
        return;
      case "select_stmt":
      case "compound_select_stmt":
        this.query(node, place);
        return;
      case "named_window":
        this.within(node["window"], place);
        return;
      case "window_definition":
        for (const part of ["partitionBy", "orderBy", "frame"]) this.within(node[part], place);
        return;
      case "over_arg":
        // A bare name is that of a window.
        if (isNode(node["window"]) && node["window"].type !== "identifier") this.within(node["window"], place);
        return;
      case "all_columns":
      case "keyword":
      case "empty":
        return;
      default:
        for (const [part, value] of Object.entries(node)) if (part !== "operator") this.within(value, place);
    }
  }

  /** Whatever nodes a value holds. */
  private within(value: unknown, place: Place): void {
    if (Array.isArray(value)) for (const each of value) this.within(each, place);
    else if (isNode(value)) this.expression(value, place);
  }

  private member(node: TreeNode, place: Place): void {
    const path = pathOf(node);
    if (path) this.use(qualifiedUse(path.slice(0, -1), path.at(-1)!, place.scopes));
    else if (isNode(node["property"]) && node["property"].type === "all_columns") {
      const qualifiers = pathOf(child(node, "object"));
      if (qualifiers) this.use(qualifiedUse(qualifiers, undefined, place.scopes));
      else this.expression(child(node, "object"), place);
    } else {
      this.expression(child(node, "object"), place);
      // `(row).field` is no column of its own; `list[place]` may hold one.
      if (isNode(node["property"]) && node["property"].type !== "identifier") this.within(node["property"], place);
    }
  }

  private call(node: TreeNode, place: Place): void {
    const path = pathOf(child(node, "name"));
    if (!path) throw new NotCovered("a function's name");
    const [schema, name] = path.length > 1 ? [path.at(-2)!, path.at(-1)!] : [undefined, path[0]!];
    // VALUES in brackets is read as a call.
    if (!(schema === undefined && name === "values")) this.functions.push(schema === undefined ? { name } : { name, schema });
    for (const part of ["args", "filter", "over"]) this.within(node[part], place);
  }

  private type(node: unknown): void {
    if (Array.isArray(node)) for (const each of node) this.type(each);
    if (!isNode(node)) return;
    const path = pathOf(node);
    if (path) {
      const [schema, name] = path.length > 1 ? [path.at(-2)!, path.at(-1)!] : [undefined, path[0]!];
      this.types.push(schema === undefined ? { name } : { name, schema });
    } else for (const each of Object.values(node)) this.type(each);
  }

  private use(use: ColumnUse | undefined): void {
    if (use) this.columns.push(use);
  }
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function isQuery(node: TreeNode): boolean {
  return node.type === "select_stmt" || node.type === "compound_select_stmt" || (node.type === "paren_expr" && isQuery(child(node, "expr")));
}

function child(node: TreeNode, part: string): TreeNode {
  const value = node[part];
  if (!isNode(value)) throw new NotCovered(`${node.type} without ${part}`);
  return value;
}

function children(node: TreeNode, part: string): TreeNode[] {
  const value = node[part];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

const items = (list: TreeNode): TreeNode[] => (list.type === "list_expr" ? children(list, "items") : [list]);

function unwrapped(node: TreeNode): TreeNode {
  return node.type === "paren_expr" ? child(node, "expr") : node;
}

function firstSelect(node: TreeNode): TreeNode {
  return node.type === "compound_select_stmt" ? firstSelect(child(node, "left")) : node;
}

/** The name as the database folds it. */
function nameOf(node: TreeNode): string {
  const { text, name } = node as { readonly text?: unknown; readonly name?: unknown };
  if (typeof text !== "string" || typeof name !== "string") throw new NotCovered(`${node.type} without a name`);
  return /^["`[]/.test(text) ? name : name.toLowerCase();
}

/** `a.b.c` as its names; nothing where it is something else. */
function pathOf(node: TreeNode): string[] | undefined {
  if (node.type === "identifier") return [nameOf(node)];
  if (node.type !== "member_expr" || !isNode(node["property"]) || node["property"].type !== "identifier") return undefined;
  const before = pathOf(child(node, "object"));
  return before && [...before, nameOf(node["property"])];
}

function lastIdentifier(node: TreeNode): string | undefined {
  return pathOf(node)?.at(-1);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
