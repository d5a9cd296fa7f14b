// One side of the rows benchmark, in a process of its own: `node rows-side.mjs <graven|raw> <url> <rows>`. It makes the table anew, and tells how
// long the rows took and by how much its memory grew.
import { loadDialect } from "../../dist-modules/dialects/index.js";
import { openDatabase } from "../../dist-modules/drivers/index.js";
import { runRevision } from "../../dist-modules/runtime/executor.js";
import { ensureHistory, historyOf } from "../../dist-modules/runtime/history.js";
import { record } from "../../dist-modules/runtime/recorder.js";
import { boolean, double, integer, table, timestamp, varchar } from "../../dist-modules/runtime/revision.js";
import { emptySchema } from "../../dist-modules/schema/types.js";
import { rowAt } from "./rows-data.mjs";

const [what, url, count] = process.argv.slice(2);
const connection = await openDatabase({ url });
const dialect = await loadDialect(connection.dialect);
const history = historyOf(dialect);
for (const name of ["item", "graven_revisions"]) await connection.execute(`DROP TABLE IF EXISTS ${name}`);
await ensureHistory(connection, history);
const item = table("item", { id: integer().primaryKey(), name: varchar(60).notNull(), amount: integer(), price: double(), active: boolean().notNull(), created_at: timestamp(3).notNull() });
const create = record((op) => op.createTable(item));
const work = (revision, operations, before) => ({ revision, direction: "upgrade", operations, before, history, parents: [], checksum: "c", toolVersion: "0", now: () => new Date() });
await runRevision(connection, dialect, work("a", create, emptySchema));
const present = { ...emptySchema, tables: { item: create[0].operation.table } };

const sides = {
  // What an author writes, from the call to the committed row of the history.
  graven: (rows) => runRevision(connection, dialect, work("b", record((op) => op.bulkInsert(item, rows)), present)),
  // SQLite's fastest way: one statement, prepared once, in one transaction.
  raw: async (rows) => {
    const { default: Database } = await import("better-sqlite3");
    await connection.close();
    const database = new Database(url.replace("sqlite:", ""));
    const insert = database.prepare("INSERT INTO item (id, name, amount, price, active, created_at) VALUES (?, ?, ?, ?, ?, ?)");
    database.exec("BEGIN");
    for (const { id, name, amount, price, active, created_at } of rows) insert.run(id, name, amount, price, active ? 1 : 0, created_at.toISOString().replace("T", " ").slice(0, 23));
    database.exec("COMMIT");
    database.close();
  },
};

globalThis.gc?.();
const before = process.memoryUsage().rss;
const rows = Array.from({ length: Number(count) }, (_, at) => rowAt(at));
const started = performance.now();
await sides[what](rows);
const milliseconds = performance.now() - started;
const peak = process.resourceUsage().maxRSS * 1024;
if (what === "graven") {
  const [{ number }] = await connection.query("SELECT count(*) AS number FROM item");
  if (Number(number) !== Number(count)) throw new Error(`${number} rows in place of ${count}`);
}
console.log(JSON.stringify({ milliseconds, growth: peak - before }));
process.exit(0);
