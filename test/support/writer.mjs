// Inserts and updates rows of the table `account` until it is told to stop, as an application does. Tells how long the longest write took.
import pg from "pg";

const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
await client.query("SET lock_timeout = '3s'");
const result = { inserts: 0, updates: 0, failures: [], longest: 0 };
const state = { stopped: false, asked: false };
process.on("message", (message) => {
  if (message === "stop") state.stopped = true;
  if (message === "reset") Object.assign(result, { longest: 0, failures: [] });
  // A write that waits now is told of too: the answer comes once it is done.
  if (message === "tell") state.asked = true;
});
process.send("ready");
while (!state.stopped) {
  const started = performance.now();
  try {
    await client.query("INSERT INTO account (name, owner_id, state) VALUES ('new', 1, 'open')");
    result.inserts++;
    await client.query("UPDATE account SET visits = visits + 1 WHERE id = $1", [1 + (result.updates % 100)]);
    result.updates++;
  } catch (error) {
    result.failures.push(String(error.message));
  }
  result.longest = Math.max(result.longest, performance.now() - started);
  if (state.asked) {
    state.asked = false;
    process.send({ ...result });
  }
  await new Promise((resolve) => setTimeout(resolve, 2));
}
await client.end();
process.send({ ...result, done: true });
