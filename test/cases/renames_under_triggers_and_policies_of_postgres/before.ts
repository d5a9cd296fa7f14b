import { fn, integer, policy, sql, statistics, table, text, trigger } from "graven/models";

export const doc = table("doc", { id: integer().primaryKey(), owner: text(), size: integer() }, { facts: { rowSecurity: "enabled" } });
export const touch = fn("touch", { returns: "trigger", language: "plpgsql", body: sql`BEGIN RETURN NEW; END` });
export const touched = trigger("doc_touch", { table: doc, timing: "before", events: [{ event: "update", columns: ["size"] }], when: sql`NEW.size > OLD.size`, execute: "touch()" });
export const own = policy("own", { table: doc, using: sql`owner = current_user AND size > 1` });
export const stats = statistics("doc_stats", { table: doc, on: ["owner", "size"] });
