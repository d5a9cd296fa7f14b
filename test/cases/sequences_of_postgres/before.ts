import { bigint, integer, sequence, sql, table, text } from "graven/models";

export const counted = table("counted", { id: integer().primaryKey().default(sql`nextval('counted_id_seq'::regclass)`), name: text(), extra: integer().default(sql`nextval('extra_seq')`) });
export const counter = sequence("counted_id_seq", { type: "integer", ownedBy: { table: "counted", column: "id" } });
export const extra = sequence("extra_seq", { ownedBy: { table: "counted", column: "extra" } });
export const free = sequence("free_seq", { start: 10, maxValue: 100, cycle: true });
export const gone = sequence("gone_seq");
export const kept = table("kept", { id: bigint().primaryKey() });
