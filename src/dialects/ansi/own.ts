import { GravenError, messageOf } from "../../base/errors.ts";
import type { Own } from "../../operations/own.ts";
import type { DialectName } from "../dialect.ts";

/** The statements of an operation of the project's own. Throws RUN-014 where its definition fails, RUN-022 where it has none for this database. */
export function ownStatements({ definition, options }: Own, dialect: DialectName, title: string): readonly string[] {
  let given: unknown;
  try {
    given = definition.sql(options, { dialect });
  } catch (error) {
    throw new GravenError("RUN-014", `The operation "${definition.name}" throws in place of giving its SQL: ${messageOf(error)}`, { hint: `Correct it in ${definition.from}.`, cause: error });
  }
  if (given === undefined) throw new GravenError("RUN-022", `The operation "${definition.name}" has no SQL for ${title}.`, { hint: `Add it in ${definition.from}, or leave the operation out.` });
  const statements: readonly unknown[] = [given].flat();
  if (statements.some((each) => typeof each !== "string" || !each.trim())) throw new GravenError("RUN-014", `The operation "${definition.name}" gives something else than SQL: ${JSON.stringify(given)}.`, { hint: `It should give a text, or a list of texts, in ${definition.from}.` });
  return statements as readonly string[];
}
