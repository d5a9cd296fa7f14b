// One side of `bench:seed`, in a process of its own: `node seed-side.mjs graven|graven-fast|drizzle-seed|raw <url> <rows>`.
import { batchesAside, batchesOf, loadBatches, loadFaker, planFixtures } from "../../dist-modules/fixtures/index.js";
import { loadDialect } from "../../dist-modules/dialects/index.js";
import { openDatabase } from "../../dist-modules/drivers/index.js";
import { boolean, integer, table, text, timestamp, varchar } from "../../dist-modules/models/index.js";
import { buildSchema, frozenNaming } from "../../dist-modules/models/build.js";
import { declarationOf } from "../../dist-modules/models/table.js";

const [what, url, count] = process.argv.slice(2);
const rows = Number(count);
const connection = await openDatabase({ url });
const dialect = await loadDialect(connection.dialect);
for (const name of ["posts", "users"]) await connection.execute(`DROP TABLE IF EXISTS ${name}`);
await connection.execute("CREATE TABLE users (id integer PRIMARY KEY, first_name varchar(60) NOT NULL, last_name varchar(60) NOT NULL, email varchar(120) NOT NULL UNIQUE, age integer, city varchar(80), active boolean NOT NULL, created_at timestamp NOT NULL, bio text)");
await connection.execute("CREATE TABLE posts (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users (id), title varchar(200) NOT NULL, body text NOT NULL, likes integer NOT NULL, created_at timestamp NOT NULL)");

const users = table("users", { id: integer().primaryKey(), first_name: varchar(60).notNull(), last_name: varchar(60).notNull(), email: varchar(120).notNull().unique(), age: integer(), city: varchar(80), active: boolean().notNull(), created_at: timestamp().notNull(), bio: text() });
const posts = table("posts", { id: integer().primaryKey(), user_id: integer().notNull().references(() => users.id), title: varchar(200).notNull(), body: text().notNull(), likes: integer().notNull(), created_at: timestamp().notNull() });

const sides = { graven: () => fill(false), "graven-fast": () => fill(true), "drizzle-seed": drizzle, raw };
const started = performance.now();
const processor = process.cpuUsage();
let measured;
await sides[what]();
const used = process.cpuUsage(processor);
const [{ number }] = await (connection.dialect === "sqlite" && what === "drizzle-seed" ? await openDatabase({ url }) : connection).query("SELECT count(*) AS number FROM posts");
if (Number(number) !== rows) throw new Error(`${number} rows of posts in place of ${rows}`);
console.log(JSON.stringify(measured ?? { seconds: (performance.now() - started) / 1000, megabytes: Math.round(process.resourceUsage().maxRSS / 1024), cpu: (used.user + used.system) / 1e6 }));
process.exit(0);

function planned() {
  const { schema } = buildSchema([users, posts].map(declarationOf), [], frozenNaming);
  return { schema, plan: planFixtures(schema, { count: rows, seed: 1, referenceDate: new Date("2026-01-01") }) };
}

async function fill(fast) {
  const { schema, plan } = planned();
  const { batches, end } = batchesAside(plan, await loadFaker(), { bound: connection.bulk?.binds === true });
  await loadBatches(connection, dialect, batches, { fast, schema });
  await end();
}

async function drizzle() {
  const { seed } = await import("drizzle-seed");
  if (connection.dialect === "sqlite") {
    const core = await import("drizzle-orm/sqlite-core");
    const { drizzle: open } = await import("drizzle-orm/better-sqlite3");
    const { default: Database } = await import("better-sqlite3");
    const u = core.sqliteTable("users", { id: core.integer().primaryKey(), first_name: core.text().notNull(), last_name: core.text().notNull(), email: core.text().notNull().unique(), age: core.integer(), city: core.text(), active: core.integer({ mode: "boolean" }).notNull(), created_at: core.integer({ mode: "timestamp" }).notNull(), bio: core.text() });
    const post = core.sqliteTable("posts", { id: core.integer().primaryKey(), user_id: core.integer().notNull().references(() => u.id), title: core.text().notNull(), body: core.text().notNull(), likes: core.integer().notNull(), created_at: core.integer({ mode: "timestamp" }).notNull() });
    return seed(open(new Database(url.replace("sqlite:", ""))), { users: u, posts: post }, { count: rows });
  }
  const core = await import("drizzle-orm/pg-core");
  const { drizzle: open } = await import("drizzle-orm/node-postgres");
  const { default: pg } = await import("pg");
  const u = core.pgTable("users", { id: core.integer().primaryKey(), first_name: core.varchar({ length: 60 }).notNull(), last_name: core.varchar({ length: 60 }).notNull(), email: core.varchar({ length: 120 }).notNull().unique(), age: core.integer(), city: core.varchar({ length: 80 }), active: core.boolean().notNull(), created_at: core.timestamp().notNull(), bio: core.text() });
  const post = core.pgTable("posts", { id: core.integer().primaryKey(), user_id: core.integer().notNull().references(() => u.id), title: core.varchar({ length: 200 }).notNull(), body: core.text().notNull(), likes: core.integer().notNull(), created_at: core.timestamp().notNull() });
  const { host, pathname } = { host: new URL(url).searchParams.get("host"), pathname: new URL(url).pathname.slice(1) };
  const pool = new pg.Pool({ host, database: pathname, max: 1 });
  await seed(open(pool), { users: u, posts: post }, { count: rows });
}

/** The same rows, made before the clock starts (a part at a time, as they would not fit): the load's own time is what counts. */
async function raw() {
  const { plan } = planned();
  const faker = await loadFaker();
  let [seconds, cpu] = [0, 0];
  const timed = async (work) => {
    const [at, before] = [performance.now(), process.cpuUsage()];
    await work();
    const after = process.cpuUsage(before);
    seconds += (performance.now() - at) / 1000;
    cpu += (after.user + after.system) / 1e6;
  };
  await connection.begin();
  let open;
  for (const batch of batchesOf(plan, faker)) {
    if (open?.table !== batch.table) {
      if (open) await timed(() => open.load.end());
      open = { table: batch.table, load: await connection.bulk.open({ table: dialect.tableName(batch.table), columns: Object.entries(batch.columns).map(([name, type]) => ({ name: dialect.quote(name), type })) }) };
    }
    await timed(() => open.load.write(batch.lists, batch.count));
  }
  await timed(() => open.load.end());
  await timed(() => connection.commit());
  measured = { seconds, cpu, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
}
