import { event, fn, integer, procedure, sql, table } from "graven/models";

export const log = table("log", { id: integer().primaryKey(), n: integer() });
const schedule = "EVERY 1 DAY STARTS '2030-01-01 00:00:00'";
export const clean = event("clean", { schedule: "EVERY 2 DAY STARTS '2030-01-01 00:00:00'", preserve: true, comment: "It's clean", body: sql`DELETE FROM log` });
export const stopped = event("stopped", { schedule, definer: "root@localhost", body: sql`DELETE FROM log` });
export const rewritten = event("rewritten", { schedule, status: "disabled", body: sql`BEGIN DELETE FROM log WHERE id > 1; DELETE FROM log WHERE id < 0; END` });
export const owned = event("owned", { schedule, definer: "guest@localhost", body: sql`DELETE FROM log` });
export const old = event("young", { schedule, body: sql`DELETE FROM log`, renamedFrom: "old" });
export const half = fn("half", { parameters: [{ name: "a", type: "int" }], returns: "int", deterministic: true, dataAccess: "no sql", sqlSecurity: "invoker", body: sql`RETURN a / 2` });
export const third = fn("third", { parameters: [{ name: "a", type: "int" }], returns: "int", deterministic: true, comment: "Of three", body: sql`RETURN a / 3` });
export const sweep = procedure("sweep", { parameters: [{ name: "a", type: "int" }], comment: "Sweeps", dataAccess: "modifies sql data", body: sql`DELETE FROM log WHERE id < a` });
export const tidy = procedure("tidy", { comment: "Tidies", body: sql`DELETE FROM log WHERE id > 0` });
