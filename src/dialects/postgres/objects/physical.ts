import { normalStatement } from "../../../base/sql-tokens.ts";
import { signatureType } from "../../../schema/object-key.ts";
import { objectFields, type FieldKind } from "../../../schema/object-sql.ts";
import type { DatabaseObject, RoutineParameter, Schema } from "../../../schema/types.ts";
import { normalDefault } from "../defaults.ts";
import { normalSql } from "../expression.ts";
import { typeWithin } from "../types.ts";

/**
 * An object in one spelling. A query is compared word by word: how the server spells it, with its casts and brackets, is known
 * only to a server that has read it.
 */
export function physicalObject(object: DatabaseObject, schema: Schema): DatabaseObject {
  const kinds = objectFields[object.kind] as Readonly<Record<string, FieldKind | undefined>>;
  const { dependsOn: _, ...rest } = object;
  const fields = Object.fromEntries(
    Object.entries(rest).flatMap(([field, value]): (readonly [string, unknown])[] => {
      if (field === "comment" && value === "") return [];
      const kind = kinds[field];
      if (field === "parameters" || field === "orderBy") return [[field, (value as unknown as readonly RoutineParameter[]).map((each) => ({ ...each, type: signatureType(each.type), ...(each.default !== undefined && { default: normalStatement(each.default) }) }))]];
      if (typeof value !== "string" || kind === undefined) return [[field, value]];
      return [[field, spelled[kind](value)]];
    }),
  ) as unknown as DatabaseObject;
  if (fields.kind === "domain") {
    const type = typeWithin(fields.type, schema);
    const defaultSql = normalDefault(fields.default, type);
    const { default: __, ...others } = fields;
    return { ...others, type, ...(defaultSql !== undefined && { default: { sql: defaultSql } }), ...(fields.checks && { checks: fields.checks.map((check) => ({ ...check, sql: normalSql(check.sql, { dropsCasts: true }) })) }) };
  }
  if (fields.kind === "compositeType") return { ...fields, attributes: fields.attributes.map((each) => ({ ...each, type: typeWithin(each.type, schema) })) };
  return fields;
}

const spelled: { readonly [K in FieldKind]: (sql: string) => string } = {
  query: normalStatement,
  expression: (sql) => normalSql(sql, { dropsCasts: true }),
  text: (sql) => sql.trim(),
  type: (sql) => (/^setof\s/i.test(sql) ? `setof ${signatureType(sql.replace(/^setof\s+/i, ""))}` : signatureType(sql)),
  data: (value) => value,
};
