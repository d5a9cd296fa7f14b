import type { AlterConstraint } from "../../operations/alter-constraint.ts";
import { withChanges } from "../../operations/changes.ts";
import { findConstraint, findTable } from "../../schema/find.ts";
import type { Schema } from "../../schema/types.ts";
import { constraintRemarkAgain } from "./objects/remark.ts";
import { quote, tableName } from "./quote.ts";
import { addCheck, dropConstraint } from "./spelling.ts";

/** Only a foreign key can be altered: https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ALTER-CONSTRAINT */
export function alterConstraint({ table, name, changes }: AlterConstraint, before: Schema): readonly string[] {
  const { kind, constraint } = findConstraint(findTable(before, table), name);
  if (kind === "check") return [dropConstraint(table, name), addCheck(table, withChanges(constraint, changes)), ...constraintRemarkAgain(before, table, name)];
  return [`ALTER TABLE ${tableName(table)} ALTER CONSTRAINT ${quote(name)} ${changes.deferrable ? `DEFERRABLE ${changes.deferrable.toUpperCase()}` : "NOT DEFERRABLE"}`];
}
