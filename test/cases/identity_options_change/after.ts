import { bigint, integer, smallint, table } from "graven/models";

export const a = table("a", { id: bigint().primaryKey().identity({ increment: 3, cache: 4 }), n: integer() });
export const b = table("b", { id: bigint().primaryKey().identity({ minValue: 1, maxValue: 500 }), n: integer() });
export const c = table("c", { id: smallint().primaryKey().identity({ generation: "always" }), n: integer() });
export const d = table("d", { id: integer().primaryKey(), n: integer() });
export const e = table("e", { id: integer().primaryKey().identity({ generation: "always" }), n: integer() });
