import { bigint, integer, smallint, table } from "graven/models";

export const a = table("a", { id: integer().primaryKey().identity({ start: 5, increment: 2 }), n: integer() });
export const b = table("b", { id: bigint().primaryKey().identity({ generation: "always", maxValue: 1000, cycle: true }), n: integer() });
export const c = table("c", { id: smallint().primaryKey(), n: integer() });
export const d = table("d", { id: integer().primaryKey().identity({ cache: 10 }), n: integer() });
export const e = table("e", { id: integer().primaryKey().autoIncrement(), n: integer() });
