import { numbered, type NameMaker } from "../../schema/names.ts";
import type { Flavour } from "./flavours.ts";

/** Characters that an identifier may have. https://dev.mysql.com/doc/refman/8.0/en/identifier-length.html */
export const nameLimit = 64;

/** The one name a primary key has here. */
export const primaryKeyName = "PRIMARY";

/**
 * The server's own names: `PRIMARY`, an index by its first column (`email`, `email_2`), a foreign key by its table
 * (`job_ibfk_1`), a check by the flavour's rule.
 */
export function namesOf(flavour: Flavour): NameMaker {
  const counted = (name: (count: number) => string, taken: (name: string) => boolean): string => {
    let count = 1;
    while (taken(name(count))) count++;
    return name(count);
  };
  const byFirstColumn: NameMaker = ({ columns }, taken) => {
    const [first = "index"] = columns;
    // The server calls an index on an expression `functional_index`, and never calls one PRIMARY.
    const base = first === "expr" ? "functional_index" : first;
    return numbered(base, (name) => name.toUpperCase() === primaryKeyName || taken(name), (name, count) => `${name}_${count}`, 2);
  };
  const makers: Record<Parameters<NameMaker>[0]["kind"], NameMaker> = {
    primaryKey: () => primaryKeyName,
    unique: byFirstColumn,
    index: byFirstColumn,
    foreignKey: ({ table }, taken) => counted((count) => `${table}_ibfk_${count}`, taken),
    exclusion: byFirstColumn,
    check: ({ table }, taken) => counted((count) => flavour.checkName(table, count), taken),
  };
  return (request, taken) => makers[request.kind](request, taken);
}
