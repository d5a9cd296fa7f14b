import { valueSql } from "../../dialects/ansi/rows-sql.ts";
import { plainRow } from "../../schema/row-values.ts";
import { columnNamed } from "../../schema/find.ts";
import { failure, type BuiltInTest } from "./built-in-test.ts";
import { shown } from "../insert.ts";
import { reachHeads } from "./upgrade.ts";

export const requiredRows: BuiltInTest = {
  scope: "database",
  run: async (suite) => {
    await reachHeads("TST-110", suite);
    const { stand } = await suite.live();
    const { schema } = await suite.project.readModels(stand.dialect);
    const missing: string[] = [];
    for (const [key, { rows }] of Object.entries(schema.requiredRows)) {
      const table = schema.tables[key]!;
      for (const row of rows) {
        const values = plainRow(row, key, schema);
        const conditions = Object.entries(values).flatMap(([column, value]) => {
          const type = columnNamed(table, column)?.type;
          if (type?.kind === "json" || type?.kind === "jsonb" || type?.kind === "array") return [];
          const sql = valueSql(stand.dialect, value, type, `The required row of "${key}"`);
          return [value === null ? `${stand.dialect.quote(column)} IS NULL` : `${stand.dialect.quote(column)} = ${sql}`];
        });
        const [found] = await stand.connection.query(`SELECT count(*) AS held FROM ${stand.dialect.tableName(key)} WHERE ${conditions.join(" AND ") || "1 = 1"}`);
        if (Number(found?.["held"]) === 0) missing.push(`  ${key}: ${shown(row)}`);
      }
    }
    if (missing.length) throw failure("TST-110", `At the heads ${missing.length === 1 ? "a row that the models declare is" : `${missing.length} rows that the models declare are`} not there, or hold other values:`, { details: missing, hint: 'Run `gen revision --autogenerate -m "…"` to write them into a revision, or find the revision that changes them.' });
  },
};
