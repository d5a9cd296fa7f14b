import { fn, integer, policy, sql, statistics, table, text, trigger } from "graven/models";

export const paper = table("paper", { id: integer().primaryKey(), owner: text(), pages: integer() }, { facts: { rowSecurity: "enabled" } });
export const touch = fn("touch", { returns: "trigger", language: "plpgsql", body: sql`BEGIN RETURN NEW; END` });
export const touched = trigger("doc_touch", { table: paper, timing: "before", events: [{ event: "update", columns: ["pages"] }], when: sql`NEW.pages > OLD.pages`, execute: "touch()" });
export const own = policy("own", { table: paper, using: sql`owner = current_user AND pages > 1` });
export const stats = statistics("doc_stats", { table: paper, on: ["owner", "pages"] });
