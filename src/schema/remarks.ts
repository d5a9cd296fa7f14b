import { constraintsOf } from "./find.ts";
import { objectKey } from "./object-key.ts";
import type { Remark, Schema } from "./types.ts";

/** What a comment is on, taken apart: `constraint auth.job.job_city_key` is that name on `auth.job`. */
export type RemarkTarget = { readonly noun: "type" | "schema"; readonly key: string } | { readonly noun: "constraint"; readonly table: string; readonly name: string };

/** Nothing for a text that names no such thing. */
export function remarkTarget(on: string): RemarkTarget | undefined {
  const [, noun, key] = /^(type|schema|constraint) (.+)$/s.exec(on) ?? [];
  if (noun === undefined || key === undefined) return undefined;
  if (noun !== "constraint") return { noun: noun as "type" | "schema", key };
  const [, table, name] = /^(.*)(?<!\\)\.(.*)$/s.exec(key) ?? [];
  return table === undefined || name === undefined ? undefined : { noun, table, name: name.replaceAll("\\.", ".") };
}

/** How a comment on a constraint calls it. */
export function constraintTarget(table: string, name: string): string {
  return `constraint ${table}.${name.replaceAll(".", "\\.")}`;
}

/** The keys of the comments on something, which are one or none. */
export function remarksOn(schema: Schema, on: string): string[] {
  const key = objectKey({ kind: "comment", name: on, text: "" });
  return key in schema.objects ? [key] : [];
}

/** The keys of the comments on the constraints of a table. */
export function remarksOnTable(schema: Schema, table: string): string[] {
  return constraintsOf(schema.tables[table]!).flatMap(({ constraint }) => remarksOn(schema, constraintTarget(table, constraint.name)));
}

/** Whether what a comment is on is there. */
export function isOnSomething({ name }: Remark, { tables, enums, namespaces }: Pick<Schema, "tables" | "enums" | "namespaces">): boolean {
  const target = remarkTarget(name);
  if (!target) return false;
  if (target.noun === "constraint") return target.table in tables && constraintsOf(tables[target.table]!).some(({ constraint }) => constraint.name === target.name);
  return target.noun === "type" ? target.key in enums : target.key in namespaces || target.key === "public";
}
