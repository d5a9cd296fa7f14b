import { aggregate, collation, integer, operator, rule, sql, statistics, table, text, textSearch } from "graven/models";

export const job = table("job", { id: integer().primaryKey(), city: text(), zip: text() });
export const joined = aggregate("joined", { parameters: [{ type: "text" }], options: { sfunc: "textcat", stype: "text" } });
export const like = operator("=~=", { left: "text", right: "text", function: "texteq" });
export const quiet = rule("quiet", { table: job, event: "delete", instead: true, action: sql`NOTHING` });
export const stats = statistics("job_stats", { table: job, on: ["city", "zip"] });
export const german = collation("german", { options: { provider: "icu", locale: "'de'" } });
export const words = textSearch("configuration", "words", { options: { parser: "default" }, mappings: { asciiword: ["simple"] } });
