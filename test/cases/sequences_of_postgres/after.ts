import { bigint, integer, sequence, sql, table, text } from "graven/models";

export const counted = table("counted", { id: integer().primaryKey().default(sql`nextval('counted_id_seq'::regclass)`), name: text() });
export const counter = sequence("counted_id_seq", { type: "integer", ownedBy: { table: "counted", column: "id" } });
export const extra = sequence("extra_seq", { increment: 5 });
export const free = sequence("free_seq", { start: 20, increment: -1, minValue: 1, maxValue: 100, comment: "Free" });
export const kept = table("kept", { id: bigint().primaryKey().default(sql`nextval('kept_seq')`) });
export const keeper = sequence("kept_seq", { ownedBy: { table: "kept", column: "id" } });
export const born = table("born", { id: integer().primaryKey().default(sql`nextval('born_id_seq')`) });
export const bearer = sequence("born_id_seq", { ownedBy: { table: "born", column: "id" } });
