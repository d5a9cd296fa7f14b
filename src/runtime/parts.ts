import { traceCall } from "../base/trace.ts";
import { buildTable } from "../models/build.ts";
import type { ColumnBuilder } from "../models/column.ts";
import type { ColumnDeclaration, PartDeclaration } from "../models/declaration.ts";
import type { Part } from "../models/parts.ts";
import { ColumnReference } from "../models/reference.ts";
import { splitKey } from "../schema/key.ts";
import type { ConstraintKind, Table, TablePartKind } from "../schema/types.ts";
import type { Arguments } from "./arguments.ts";

const nouns: { readonly [K in TablePartKind]: string } = {
  primaryKey: 'primaryKey().on("a", "b")',
  unique: 'unique().on("a")',
  foreignKey: 'foreignKey().on("a").references("other", ["id"])',
  check: 'check("name", sql`…`)',
  index: 'index("name").on("a")',
  exclusion: 'exclusion("name").on(["a", "="])',
} satisfies Record<ConstraintKind | "index", string>;

/** A table that holds the one part an author gave, built and named as `createTable` would. */
export function builtPart(given: Arguments, kind: TablePartKind): Table {
  const part = given.take() as Part | undefined;
  const declaration = part?.declaration;
  if (typeof declaration !== "object" || declaration.kind !== kind) throw given.wrong(`${nouns[kind]} after the table`);
  const columns = [...new Set(columnsOf(declaration))].map((name): ColumnDeclaration => ({ property: name, name, type: { kind: "integer" }, trace: declaration.trace }));
  return buildTable({ ...splitKey(given.table!), columns, parts: () => [declaration], trace: declaration.trace }).table;
}

/** A table that holds the one column, with what its builder says of constraints. */
export function builtColumnTable(table: string, name: string, builder: ColumnBuilder): Table {
  const declaration = { ...builder.declaration, property: name, name: builder.declaration.name ?? name };
  return buildTable({ ...splitKey(table), columns: [declaration], parts: () => [], trace: traceCall(builtColumnTable) }).table;
}

/** The columns that a part names: the table it stands on is not at hand, so they are taken for granted. */
function columnsOf(part: PartDeclaration): string[] {
  if (part.kind === "check") return [];
  const named =
    part.kind === "index"
      ? [...part.parts, ...(part.options.include ?? [])]
      : part.kind === "exclusion"
        ? [...part.elements.map((element) => element.part), ...(part.options.include ?? [])]
        : [...part.columns, ...("include" in part ? (part.include ?? []) : [])];
  return named.flatMap((each) => (typeof each === "string" ? [each] : each instanceof ColumnReference ? [each.column] : []));
}
