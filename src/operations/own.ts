import { GravenError, messageOf } from "../base/errors.ts";
import { irreversible, type OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";

/** The databases for which an operation of a project's own gives its SQL. */
export type OwnDialect = "postgres" | "sqlite" | "mysql" | "mariadb";

/** What a project says of an operation of its own. */
export interface OwnDefinition<Options extends object = any> {
  /** The name under which the module exports it. */
  readonly name: string;
  /** The module that revisions import it from; `revisionImports` in the config names it too. */
  readonly from: string;
  /** The SQL, one statement or several; `undefined` where the database cannot do it. It changes nothing of what the schema holds. */
  readonly sql: (options: Options, database: { readonly dialect: OwnDialect }) => string | readonly string[] | undefined;
  /** What leads back. Without it the operation is irreversible. */
  readonly undo?: ((options: Options) => Operation | readonly Operation[]) | undefined;
  /** One line for a person. */
  readonly describe?: ((options: Options) => string) | undefined;
}

/** Runs an operation of the project's own. */
export interface Own {
  readonly kind: "own";
  readonly definition: OwnDefinition;
  /** Plain data, which a revision file can hold. */
  readonly options: object;
}

export const own: OperationDefinition<Own> = {
  parameters: { definition: "ownDefinition", options: "ownOptions" },
  apply: () => {},
  invert: ({ definition, options }) => (definition.undo ? [called(definition, "its way back", () => definition.undo!(options))].flat() : irreversible(`The operation "${definition.name}" says nothing of its way back.`)),
  describe: ({ definition, options }) => (definition.describe ? called(definition, "a line for people", () => definition.describe!(options)) : [definition.name, ...Object.values(options).filter((value) => typeof value === "string")].join(" ")),
};

/** Calls a function of a definition. Throws RUN-014 where it throws. */
function called<T>({ name, from }: OwnDefinition, what: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new GravenError("RUN-014", `The operation "${name}" throws in place of giving ${what}: ${messageOf(error)}`, { hint: `Correct it in ${from}.`, cause: error });
  }
}
