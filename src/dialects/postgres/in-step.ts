import { sameJson } from "../../base/json.ts";
import { keyOf, splitKey } from "../../schema/key.ts";
import type { Column, ColumnType, Schema } from "../../schema/types.ts";
import type { ColumnPair, InStep } from "../in-step.ts";
import { castSql } from "./alter-column.ts";
import { literal } from "./literal.ts";
import { quote, tableName } from "./quote.ts";
import { typeWithin } from "./types.ts";

/**
 * A row trigger before the write: it fills what the writer left out, and NOT NULL is looked at after it.
 * https://www.postgresql.org/docs/current/plpgsql-trigger.html
 */
export const postgresInStep: InStep = {
  requiresFirst: false,
  triggers: (pair, name) => {
    const schema = splitKey(pair.key).schema;
    const routine = { name, ...(schema !== undefined && { schema }) };
    return [
      { kind: "function", ...routine, parameters: [], returns: "trigger", language: "plpgsql", body: body(pair) },
      { kind: "trigger", name, table: pair.key, timing: "before", events: [{ event: "insert" }, { event: "update" }], execute: `${tableName(keyOf(routine))}()` },
    ];
  },
  differs: ({ old, fresh, schema }) => {
    const type = typeWithin(fresh.type, schema);
    return distinct(quote(fresh.name), converted(quote(old.name), old, fresh, schema), type);
  },
  converted,
};

function body(pair: ColumnPair): string {
  const { old, fresh, mark, schema } = pair;
  const [mine, theirs] = [`NEW.${quote(fresh.name)}`, `NEW.${quote(old.name)}`];
  const type = typeWithin(fresh.type, schema);
  const unset = fresh.default && "value" in fresh.default ? literal(fresh.default.value, fresh.type) : undefined;
  const given = unset === undefined ? `${mine} IS NOT NULL` : distinct(mine, castSql(unset, type, type), type);
  const fromNew = `${theirs} := ${converted(mine, fresh, old, schema)};`;
  const fromOld = `${mine} := ${converted(theirs, old, fresh, schema)};`;
  const marked = `NEW.${quote(mark.name)} := extract(epoch FROM clock_timestamp());`;
  return `BEGIN
  IF TG_OP = 'INSERT' THEN
    IF ${given} THEN
      ${fromNew}
    ELSE
      ${fromOld}
      IF ${oldIsGiven(pair)} THEN
        ${marked}
      END IF;
    END IF;
  ELSIF ${distinct(mine, `OLD.${quote(fresh.name)}`, type)} THEN
    ${fromNew}
  ELSIF ${distinct(theirs, `OLD.${quote(old.name)}`, typeWithin(old.type, schema))} THEN
    ${fromOld}
    IF ${`NEW.${quote(mark.name)}`} IS NOT DISTINCT FROM OLD.${quote(mark.name)} THEN
      ${marked}
    END IF;
  END IF;
  RETURN NEW;
END`;
}

/** Whether the writer of a new row gave the old column a value. One that is its default, or comes of an expression, proves nothing. */
function oldIsGiven({ old, schema }: ColumnPair): string {
  const theirs = `NEW.${quote(old.name)}`;
  if (!old.default) return `${theirs} IS NOT NULL`;
  const type = typeWithin(old.type, schema);
  return "value" in old.default ? `${theirs} IS NOT NULL AND ${distinct(theirs, castSql(literal(old.default.value, old.type), type, type), type)}` : "false";
}

function converted(sql: string, from: Column, to: Column, schema: Schema): string {
  const [before, after] = [typeWithin(from.type, schema), typeWithin(to.type, schema)];
  return sameJson(before, after) ? sql : castSql(sql, before, after);
}

/** Types that know no equality are compared as text. */
function distinct(a: string, b: string, type: ColumnType): string {
  const asText = type.kind === "json" || type.kind === "sql" ? "::text" : "";
  return `${a}${asText} IS DISTINCT FROM ${b}${asText}`;
}
