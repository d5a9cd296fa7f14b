import { OperationNodeTransformer, type BinaryOperationNode, type ColumnUpdateNode, type InsertQueryNode, type OperationNode, type RootOperationNode, type UpdateQueryNode } from "kysely";
import { declarationOf, type AnyTable } from "../models/table.ts";
import { keyOf } from "../schema/key.ts";
import type { ColumnType } from "../schema/types.ts";

/** A value of a query with the type of the column that it is for. */
export class TypedValue {
  readonly value: unknown;
  readonly type: ColumnType;

  constructor(value: unknown, type: ColumnType) {
    this.value = value;
    this.type = type;
  }
}

/** The types of the columns of stubs, by table. */
export type StubTypes = ReadonlyMap<string, ReadonlyMap<string, ColumnType>>;

export function stubTypes(stubs: readonly AnyTable[]): StubTypes {
  return new Map(stubs.map((stub) => [keyOf(declarationOf(stub)), new Map(declarationOf(stub).columns.map(({ name, type }) => [name, type]))]));
}

/** The query with its values typed by the stubs, where they stand for a column: a list is an array there, or JSON. */
export function withTypes(node: RootOperationNode, types: StubTypes): RootOperationNode {
  return types.size ? (new Typing(types).transformNode(node) as RootOperationNode) : node;
}

class Typing extends OperationNodeTransformer {
  private readonly types: StubTypes;
  /** The tables that are written, the innermost last: their columns go without a table's name. */
  private readonly targets: (string | undefined)[] = [];

  constructor(types: StubTypes) {
    super();
    this.types = types;
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    return this.within(tableOf(node.into), () => {
      const { columns, values } = node;
      if (!columns || values?.kind !== "ValuesNode") return super.transformInsertQuery(node);
      const rows = (values as unknown as { readonly values: readonly OperationNode[] }).values.map((row) => this.row(row, columns.map(({ column }) => this.typeOf(column.name))));
      return super.transformInsertQuery({ ...node, values: { ...values, values: rows } as OperationNode });
    });
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    return this.within(tableOf(node.table), () => super.transformUpdateQuery(node));
  }

  protected override transformColumnUpdate(node: ColumnUpdateNode): ColumnUpdateNode {
    return super.transformColumnUpdate({ ...node, value: this.operand(node.value, this.typeOfNode(node.column)) });
  }

  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    return super.transformBinaryOperation({ ...node, rightOperand: this.operand(node.rightOperand, this.typeOfNode(node.leftOperand)) });
  }

  private within<Node>(target: string | undefined, transform: () => Node): Node {
    this.targets.push(target);
    try {
      return transform();
    } finally {
      this.targets.pop();
    }
  }

  private row(node: OperationNode, types: readonly (ColumnType | undefined)[]): OperationNode {
    if (node.kind === "PrimitiveValueListNode") return { ...node, values: (node as Values<unknown>).values.map((value, at) => typed(value, types[at])) } as OperationNode;
    return node.kind === "ValueListNode" ? ({ ...node, values: (node as Values<OperationNode>).values.map((value, at) => this.operand(value, types[at])) } as OperationNode) : node;
  }

  private operand(node: OperationNode, type: ColumnType | undefined): OperationNode {
    if (!type) return node;
    if (node.kind === "ValueNode") return { ...node, value: typed((node as unknown as { readonly value: unknown }).value, type) } as OperationNode;
    return node.kind === "PrimitiveValueListNode" || node.kind === "ValueListNode" ? this.row(node, Array<ColumnType>((node as Values<unknown>).values.length).fill(type)) : node;
  }

  private typeOfNode(node: OperationNode): ColumnType | undefined {
    if (node.kind === "ColumnNode") return this.typeOf((node as unknown as Column).column.name);
    if (node.kind !== "ReferenceNode") return undefined;
    const { column, table } = node as unknown as { readonly column: OperationNode; readonly table?: OperationNode };
    return column.kind === "ColumnNode" ? this.typeOf((column as unknown as Column).column.name, tableOf(table)) : undefined;
  }

  /** By the table that is named, or that is written, or where all stubs agree. */
  private typeOf(column: string, table: string | undefined = this.targets.at(-1)): ColumnType | undefined {
    const known = table === undefined ? undefined : this.types.get(table);
    if (known) return known.get(column);
    const found = [...this.types.values()].flatMap((columns) => columns.get(column) ?? []);
    return found.every((type) => JSON.stringify(type) === JSON.stringify(found[0])) ? found[0] : undefined;
  }
}

type Values<Value> = OperationNode & { readonly values: readonly Value[] };
interface Column {
  readonly column: { readonly name: string };
}

/** A text for JSON or an array is taken for what it spells, as Kysely's users write it. */
function typed(value: unknown, type: ColumnType | undefined): unknown {
  if (!type || value === null || value === undefined || (typeof value === "string" && (type.kind === "json" || type.kind === "jsonb" || type.kind === "array"))) return value;
  return new TypedValue(value, type);
}

function tableOf(node: OperationNode | undefined): string | undefined {
  if (node?.kind !== "TableNode") return undefined;
  const { identifier, schema } = (node as unknown as { readonly table: { readonly identifier: { readonly name: string }; readonly schema?: { readonly name: string } } }).table;
  return schema ? `${schema.name}.${identifier.name}` : identifier.name;
}
