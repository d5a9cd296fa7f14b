import { byText } from "../base/text.ts";
import { keyOf } from "../schema/key.ts";
import { fitName, type NameRequest } from "../schema/names.ts";
import { frozenNaming, type Naming } from "../models/build.ts";
import { objectKey } from "../schema/object-key.ts";
import { constraintsOf } from "../schema/find.ts";
import { emptySchema, type Schema, type Table } from "../schema/types.ts";
import type { Operation } from "../operations/index.ts";
import { importsOf, type Expression } from "./expression.ts";
import { formatSource } from "./format.ts";
import { ConstantNames } from "./identifiers.ts";
import { builderNames, objectExpression } from "./object.ts";
import { scopeOf } from "./scope.ts";
import type { PrettierOptions } from "./source.ts";

/**
 * A schema as TypeScript models: one exported constant per enum, table and object. Reading them gives the schema again.
 * `naming` says which names the models give by themselves, so that they need not be written.
 * @example await writeModels(schema, { naming: dialect.naming })
 */
export async function writeModels(schema: Schema, { naming, prettier }: { readonly naming: Naming; readonly prettier?: PrettierOptions | undefined }): Promise<string> {
  const tables = Object.values(schema.tables).sort((a, b) => byText(keyOf(a), keyOf(b))).map((table) => withStandardNames(table, naming));
  const objects = Object.values(schema.objects).sort((a, b) => byText(objectKey(a), objectKey(b)));
  const created: Operation[] = [
    ...tables.map((table): Operation => ({ kind: "createTable", table })),
    ...objects.map((object): Operation => ({ kind: "createObject", object })),
  ];
  const builders = objects.map(({ kind }) => builderNames[kind]);
  const scope = scopeOf({ upgrade: created, downgrade: [], before: emptySchema, after: schema, takenNames: builders });
  const used = new Set(tables.flatMap((table) => table.columns.map(({ type }) => (type.kind === "array" ? type.element : type))).flatMap((type) => (type.kind === "enum" ? [type.name] : [])));
  const names = new ConstantNames([...builders, ...scope.constants.map(({ code }) => /^const (\S+) =/.exec(code)![1]!)]);
  const others = Object.entries(schema.enums).filter(([key]) => !used.has(key));
  const statements: Expression[] = [
    ...others.map(([, each]): Expression => ({ code: `const ${names.next(each.name, "Enum")} = enumeration(${[JSON.stringify(each.name), JSON.stringify(each.labels), ...(each.schema === undefined ? [] : [JSON.stringify({ schema: each.schema })])].join(", ")});`, imports: ["enumeration"] })),
    ...scope.constants,
    ...objects.map((object): Expression => {
      const { code, imports } = objectExpression(object, scope);
      return { code: `const ${names.next(object.name.replaceAll(/\W+/g, "_"), suffixOf(object.kind))} = ${code};`, imports };
    }),
  ];
  const imports = [...new Set(importsOf(statements))].sort(byText);
  const text = [`import { ${imports.join(", ")} } from "graven/models";`, ...statements.map(({ code }) => `export ${code}`)].join("\n\n");
  return formatSource(text, prettier);
}

function suffixOf(kind: string): string {
  return kind.slice(0, 1).toUpperCase() + kind.slice(1);
}

/** A table whose parts have the standard name wherever the database's own rule gave theirs: the writer leaves those out. */
function withStandardNames(table: Table, naming: Naming): Table {
  if (naming.names === frozenNaming.names && !naming.convention) return table;
  const derive = (maker: Naming) => {
    const taken = new Set<string>();
    return (request: NameRequest) => {
      const name = fitName(maker.names(request, (each) => taken.has(each)), maker.limit);
      taken.add(name);
      return name;
    };
  };
  const own = derive(naming);
  const standard = derive(frozenNaming);
  const renamed = <P extends { readonly name: string }>(kind: NameRequest["kind"], part: P, columns: readonly string[]): P => {
    const request: NameRequest = { kind, table: table.name, columns };
    const derived = own(request);
    const plain = standard(request);
    return part.name === derived ? { ...part, name: plain } : part;
  };
  const parts = constraintsOf(table).map(({ kind, constraint }) => renamed(kind, constraint, "columns" in constraint ? constraint.columns : []));
  const byName = new Map(constraintsOf(table).map(({ constraint }, at) => [constraint, parts[at]!]));
  const each = <P extends object>(list: readonly P[]): readonly P[] => list.map((part) => byName.get(part as never) as unknown as P);
  return {
    ...table,
    ...(table.primaryKey && { primaryKey: byName.get(table.primaryKey) as NonNullable<Table["primaryKey"]> }),
    uniques: each(table.uniques),
    foreignKeys: each(table.foreignKeys),
    checks: each(table.checks),
    indexes: table.indexes.map((index) => renamed("index", index, index.parts.map((part) => ("column" in part ? part.column : "expr")))),
  };
}
