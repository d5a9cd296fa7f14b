import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import { editTable, type Draft } from "../schema/edit.ts";
import { enumOf, findEnum, findTable, tablesUsingEnum } from "../schema/find.ts";
import type { Schema } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";
import { mapRequired, valuesAgain } from "./required-rows.ts";

/** Gives an enumeration another list of labels: labels removed, or in another order. */
export interface AlterEnum {
  readonly kind: "alterEnum";
  readonly name: string;
  readonly labels: readonly string[];
  /** What rows hold afterwards that hold a label which goes. */
  readonly options?: { readonly replace?: { readonly [label: string]: string } };
}

export const alterEnum: OperationDefinition<AlterEnum> = {
  parameters: { name: "name", labels: "labels", options: "options" },
  apply: (draft, { name, labels, options }) => {
    const found = findEnum(draft, name);
    const replace = options?.replace ?? {};
    for (const [from, to] of Object.entries(replace)) {
      if (!found.labels.includes(from)) throw new GravenError("MOD-019", `Enum "${name}" has no label "${from}" to be replaced.`);
      if (!labels.includes(to)) throw new GravenError("MOD-019", `Enum "${name}" has no label "${to}" that could replace "${from}".`);
    }
    draft.enums[name] = { ...found, labels };
    mapEnumDefaults(draft, name, replace);
  },
  invert: ({ name, options }, before) => [{ kind: "alterEnum", name, labels: findEnum(before, name).labels }, ...defaultsBack(name, options?.replace ?? {}, before), ...rowsBack(name, options?.replace ?? {}, before)],
  describe: ({ name, labels }) => `set the labels of enum ${name} to ${labels.map((label) => `'${label}'`).join(", ")}`,
  warn: ({ name, labels, options }, before) => {
    const gone = findEnum(before, name).labels.filter((label) => !labels.includes(label) && !(label in (options?.replace ?? {})));
    if (!gone.length || !tablesUsingEnum(before, name).length) return [];
    return [{ code: "drop-enum-label", message: `Rows that hold ${quotedList(gone, "or")} make this fail. Say what they become: { replace: { ${JSON.stringify(gone[0])}: … } }.` }];
  },
};

/** Carries the defaults of an enum's columns from label to label, as the database does. */
export function mapEnumDefaults(draft: Draft, name: string, replace: { readonly [label: string]: string }): void {
  if (!Object.keys(replace).length) return;
  for (const table of Object.keys(draft.requiredRows)) {
    const columns = findTable(draft, table).columns.filter((column) => enumOf(column.type) === name);
    if (!columns.length) continue;
    mapRequired(draft, { table }, (row) => {
      const held = columns.filter((column) => typeof row[column.name] === "string" && (row[column.name] as string) in replace);
      return held.length ? { ...row, ...Object.fromEntries(held.map((column) => [column.name, replace[row[column.name] as string]!])) } : row;
    });
  }
  for (const key of tablesUsingEnum(draft, name)) {
    editTable(draft, key, (table) => ({
      ...table,
      columns: table.columns.map((column) => {
        if (enumOf(column.type) !== name || !column.default || !("value" in column.default)) return column;
        const to = replace[String(column.default.value)];
        return to === undefined ? column : { ...column, default: { value: to } };
      }),
    }));
  }
}

/** The replaced labels of required rows. */
function rowsBack(name: string, replace: { readonly [label: string]: string }, before: Schema): readonly Operation[] {
  return tablesUsingEnum(before, name).flatMap((table) => {
    const columns = findTable(before, table).columns.filter((column) => enumOf(column.type) === name).map((column) => column.name);
    const isReplaced = before.requiredRows[table]?.rows.some((row) => columns.some((column) => String(row[column]) in replace));
    return isReplaced ? valuesAgain(table, columns, before) : [];
  });
}

/** The replaced defaults, which the inverse cannot tell from defaults that held the other label all along. */
function defaultsBack(name: string, replace: { readonly [label: string]: string }, before: Schema) {
  return tablesUsingEnum(before, name).flatMap((table) =>
    before.tables[table]!.columns.filter((column) => enumOf(column.type) === name && column.default && "value" in column.default && String(column.default.value) in replace).map(
      (column) => ({ kind: "alterColumn", table, column: column.name, changes: { default: column.default! } }) as const,
    ),
  );
}
