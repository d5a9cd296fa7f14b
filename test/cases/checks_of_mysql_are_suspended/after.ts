import { check, integer, sql, table } from "graven/models";

export const job = table("job", { id: integer().primaryKey(), pay: integer() }, () => [check("job_pay", sql`pay > 0`, { notEnforced: true }), check("job_most", sql`pay < 1000`)]);
