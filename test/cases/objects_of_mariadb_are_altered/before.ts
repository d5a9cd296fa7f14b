import { event, fn, integer, procedure, sql, table } from "graven/models";

export const log = table("log", { id: integer().primaryKey(), n: integer() });
const schedule = "EVERY 1 DAY STARTS '2030-01-01 00:00:00'";
export const clean = event("clean", { schedule, body: sql`DELETE FROM log` });
export const stopped = event("stopped", { schedule, comment: "By night", preserve: true, status: "disabled", definer: "root@localhost", body: sql`DELETE FROM log` });
export const rewritten = event("rewritten", { schedule, body: sql`DELETE FROM log` });
export const owned = event("owned", { schedule, definer: "root@localhost", body: sql`DELETE FROM log` });
export const old = event("old", { schedule, body: sql`DELETE FROM log` });
export const half = fn("half", { parameters: [{ name: "a", type: "int" }], returns: "int", deterministic: true, comment: "Of two", body: sql`RETURN a / 2` });
export const third = fn("third", { parameters: [{ name: "a", type: "int" }], returns: "int", deterministic: true, dataAccess: "no sql", sqlSecurity: "invoker", body: sql`RETURN a / 3` });
export const sweep = procedure("sweep", { parameters: [{ name: "a", type: "int" }], body: sql`DELETE FROM log WHERE id < a` });
export const tidy = procedure("tidy", { body: sql`DELETE FROM log` });
