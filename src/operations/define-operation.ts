import { GravenError } from "../base/errors.ts";
import type { Own, OwnDefinition } from "./own.ts";

/** An operation of a project's own, for `op.own(…)` in revisions, and for comparators and `rewrite` in the config. */
export interface OwnOperation<Options extends object> extends OwnDefinition<Options> {
  /** The operation with its options, as a comparator gives it. */
  readonly with: (options: Options) => Own;
}

/**
 * Defines an operation of a project's own. It stands in a module that revisions may import (`revisionImports`), as its behaviour must
 * never change once a revision holds it. Throws RUN-014 for a definition that says too little.
 * @example export const grantRead = defineOperation<{ table: string }>({ name: "grantRead", from: "#operations", sql: ({ table }) => `GRANT SELECT ON ${table} TO reader` });
 */
export function defineOperation<Options extends object>(definition: OwnDefinition<Options>): OwnOperation<Options> {
  const { name, from, sql } = definition;
  const lacks = typeof name !== "string" || !/^[A-Za-z_$][\w$]*$/.test(name) ? "the name under which it is exported" : typeof from !== "string" || from === "" ? "the module that revisions import it from, as `from`" : typeof sql !== "function" ? "a function that gives its `sql`" : undefined;
  if (lacks !== undefined) throw new GravenError("RUN-014", `defineOperation() needs ${lacks}.`, { hint: 'As in: defineOperation({ name: "grantRead", from: "#operations", sql: ({ table }) => `GRANT SELECT ON ${table} TO reader` })' });
  const operation: OwnOperation<Options> = { ...definition, with: (options) => ({ kind: "own", definition: operation, options }) };
  return operation;
}
