import { applyOperations } from "../operations/apply.ts";
import { operations as definitions, type Operation } from "../operations/index.ts";
import type { Schema } from "../schema/types.ts";
import type { Changes } from "./autogenerate.ts";
import { callOfConfig, oddResult } from "./config-call.ts";

/** An object of a schema, as `include` is asked about it. */
export interface IncludedObject {
  readonly kind: "table" | "enum";
  /** With its schema where it has one: `"audit.log"`. */
  readonly name: string;
}

/** What a project may put into the way from its models to a revision. */
export interface Extensions {
  /** Whether an object is graven's; one that is not is left alone, whether it is in the models or in a former revision. */
  readonly include?: (object: IncludedObject) => boolean;
  /** Comparators of the project's own: operations for what graven does not compare, put after all others. */
  readonly comparators?: readonly ((before: Schema, after: Schema) => readonly Operation[])[];
  /** Changes the operations before they are written; what it leaves out is not written, and `gen check` does not miss it. */
  readonly rewrite?: (operations: readonly Operation[], before: Schema) => readonly Operation[];
}

/** The schema without what the project leaves alone. */
export function included(schema: Schema, { include }: Extensions): Schema {
  if (!include) return schema;
  const asked = (kind: IncludedObject["kind"], name: string) => callOfConfig("include", () => include({ kind, name }));
  const kept = <T>(kind: IncludedObject["kind"], objects: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(objects).filter(([name]) => asked(kind, name)));
  return { ...schema, tables: kept("table", schema.tables), enums: kept("enum", schema.enums), requiredRows: Object.fromEntries(Object.entries(schema.requiredRows).filter(([name]) => asked("table", name))) };
}

/** The changes as the project's own comparators and rewriting leave them. */
export function extended({ operations, unmatched }: Changes, before: Schema, { comparators = [], rewrite }: Extensions): Changes {
  const found = [...operations, ...comparators.flatMap((compare) => operationsOf("comparators", () => compare(before, applyOperations(before, operations))))];
  const written = rewrite ? operationsOf("rewrite", () => rewrite(found, before)) : found;
  return { operations: written, after: applyOperations(before, written), unmatched };
}

/** What a function of the project's gives: operations, as far as their kinds tell. */
function operationsOf(name: string, call: () => readonly Operation[]): readonly Operation[] {
  const given: unknown = callOfConfig(name, call);
  const isOperation = (each: unknown) => typeof each === "object" && each !== null && "kind" in each && Object.hasOwn(definitions, String(each.kind));
  if (!Array.isArray(given) || !given.every(isOperation)) throw oddResult(name, "a list of operations");
  return given as readonly Operation[];
}
