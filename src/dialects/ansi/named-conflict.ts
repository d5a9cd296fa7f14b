import type { KeyedSpelling } from "./row-conditions.ts";

/** `ON CONFLICT (key) DO …`, as PostgreSQL and SQLite have it. */
export function namedConflict(quote: (name: string) => string): Pick<KeyedSpelling, "onConflict" | "conflictNamesKey" | "checksEachRow" | "fromNothing"> {
  return {
    onConflict: (key, columns) => {
      const action = columns.length ? `UPDATE SET ${columns.map((column) => `${quote(column)} = excluded.${quote(column)}`).join(", ")}` : "NOTHING";
      return ` ON CONFLICT (${key.map(quote).join(", ")}) DO ${action}`;
    },
    conflictNamesKey: true,
    checksEachRow: false,
    fromNothing: "",
  };
}
