import { GravenError } from "../base/errors.ts";
import { sameJson } from "../base/json.ts";
import { builtColumn } from "../models/build.ts";
import type { ColumnDeclaration } from "../models/declaration.ts";
import type { Column, Default, Identity } from "../schema/types.ts";
import { typeExpression, type EnumerationScope } from "./column-types.ts";
import { defaultExpression, type EnumLabels } from "./column-values.ts";
import { countsUp, declaredColumn } from "./declare.ts";
import { method, record, type Expression } from "./expression.ts";
import { sqlLiteral, stringLiteral, valueLiteral } from "./literal.ts";

/** What printing columns needs to know of the file around them. */
export interface ColumnScope extends EnumerationScope {
  readonly labels: EnumLabels;
}

/** A column that stands alone, as `addColumn` takes it: its builder, without its name. */
export function columnExpression(column: Column, scope: ColumnScope): Expression {
  const declared = declaredColumn(column);
  if (!sameJson(builtColumn(declared), column)) throw new GravenError("GEN-005", `Column "${column.name}" counts up and allows NULL, which a revision file cannot say.`);
  return declaredColumnExpression(declared, scope);
}

/** The builder with everything said on the column, in the order in which people say it. */
export function declaredColumnExpression(column: ColumnDeclaration, scope: ColumnScope): Expression {
  const isImplied = column.primaryKey !== undefined || countsUp(column);
  const steps: readonly (Step | undefined)[] = [
    column.primaryKey && ["primaryKey", options(column.primaryKey)],
    column.autoIncrement && ["autoIncrement", []],
    column.identity && ["identity", identityArguments(column.identity)],
    column.notNull && !isImplied ? ["notNull", []] : undefined,
    column.default && defaultStep(column.default, column, scope),
    column.generated && ["generated", [sqlLiteral({ sql: column.generated.sql }), ...options({ stored: column.generated.storage === "stored" ? undefined : false })]],
    column.unique && ["unique", options(column.unique)],
    column.references && ["references", [stringLiteral(column.references.target as string), ...options(column.references.options)]],
    ...(column.checks ?? []).map(({ expression, name }): Step => ["check", [sqlLiteral(expression), ...options({ name })]]),
    column.collation !== undefined ? ["collate", [stringLiteral(column.collation)]] : undefined,
    column.comment !== undefined ? ["comment", [stringLiteral(column.comment)]] : undefined,
    column.facts && ["facts", [valueLiteral(column.facts)]],
  ];
  const type = typeExpression(column.type, scope, column.property === column.name ? undefined : column.name);
  return steps.reduce<Expression>((builder, step) => (step ? method(builder, step[0], step[1]) : builder), type);
}

/** The argument of a call as `{ key: value }`, or none when nothing is said. */
export function options(values: object): readonly Expression[] {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return entries.length ? [record(entries.map(([key, value]) => [key, valueLiteral(value)]))] : [];
}

type Step = readonly [name: string, args: readonly Expression[]];

function identityArguments({ generation, ...rest }: Identity): readonly Expression[] {
  return options({ generation: generation === "byDefault" ? undefined : generation, ...rest });
}

function defaultStep(value: Default, column: ColumnDeclaration, scope: ColumnScope): Step {
  const now = nowKeywords[column.type.kind];
  if ("sql" in value && now !== undefined && value.sql === now) return ["defaultNow", []];
  return ["default", [defaultExpression(value, column.type, scope.labels)]];
}

/** What `defaultNow()` stands for. */
const nowKeywords: { readonly [kind: string]: string | undefined } = {
  date: "CURRENT_DATE",
  time: "CURRENT_TIME",
  timestamp: "CURRENT_TIMESTAMP",
  timestamptz: "CURRENT_TIMESTAMP",
};
