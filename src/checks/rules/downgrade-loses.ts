import { applyOperation } from "../../operations/apply.ts";
import { columnNamed } from "../../schema/find.ts";
import { draftOf } from "../../schema/edit.ts";
import { keyOf } from "../../schema/key.ts";
import { defineRule, everywhere, type Report } from "../rule.ts";

export const downgradeLoses = defineRule({
  code: "downgrade-loses",
  severity: "warn",
  dialects: everywhere,
  title: "The downgrade loses what the upgrade kept",
  why: "The upgrade renames or fills something that stood before it, and the downgrade drops it in place of leading it back: rows that had their values before are without them after both.",
  bad: ['op.renameColumn("users", "bio", "biography"); /* downgrade: op.dropColumn("users", "biography"); op.addColumn("users", "bio", text()); */'],
  good: ['op.renameColumn("users", "bio", "biography"); /* downgrade: op.renameColumn("users", "biography", "bio"); */', 'op.addColumn("users", "country", varchar(2)); /* downgrade: op.dropColumn("users", "country"); */'],
  revision: ({ operations, downgrade, after, placeOf }) => {
    if (!downgrade) return undefined;
    // What of the schema afterwards holds values that stood before: everything but what the upgrade made.
    const made = new Set(operations.flatMap(({ operation }) => (operation.kind === "addColumn" ? [`${operation.table}.${operation.column.name}`] : operation.kind === "createTable" ? [keyOf(operation.table)] : [])));
    const reports: Report[] = [];
    const draft = draftOf(after);
    for (const operation of downgrade) {
      const place = placeOf(operation);
      const at = place && { place };
      if (operation.kind === "dropColumn" && !made.has(`${operation.table}.${operation.column}`) && !made.has(operation.table)) {
        const column = draft.tables[operation.table] && columnNamed(draft.tables[operation.table]!, operation.column);
        if (column && !column.generated) reports.push({ ...at, table: operation.table, message: `The downgrade drops column "${operation.table}.${operation.column}", whose values stood before the upgrade.` });
      }
      if (operation.kind === "dropTable" && !made.has(operation.table)) reports.push({ ...at, table: operation.table, message: `The downgrade drops table "${operation.table}", whose rows stood before the upgrade.` });
      try {
        applyOperation(draft, operation);
      } catch {
        // What the downgrade cannot do is told by `gen check` and by running it.
        break;
      }
    }
    return reports;
  },
});
