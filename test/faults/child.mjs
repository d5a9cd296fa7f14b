// One run of a project in a process of its own, which ends itself with SIGKILL at a chosen statement that writes.
// Arguments: folder, URL, direction, the statement's number (0: none), whether it is sent before the end, and whether revisions travel alone.
import { createRequire } from "node:module";

const [, , folder, url, direction, at, sent, alone] = process.argv;
const killAt = Number(at);
let written = 0;

/** Whether the process is to end at this statement. */
function isLast(sql) {
  // On PostgreSQL a transaction begins in one message with its first statement.
  if (typeof sql !== "string" || /^\s*(select|show|set|pragma|begin|start)\b/i.test(sql.replace(/^BEGIN;\n(?=.)(?:SET LOCAL .*;\n)?/, ""))) return false;
  return ++written === killAt;
}

function kill() {
  process.kill(process.pid, "SIGKILL");
}

/** Puts a watch before a method that sends a statement. */
function watch(prototype, method) {
  const original = prototype[method];
  prototype[method] = function (sql, ...rest) {
    if (isLast(typeof sql === "object" && sql !== null ? (sql.text ?? sql.sql) : sql)) {
      if (sent !== "sent") kill();
      original.call(this, sql, ...rest);
      // SQLite has done it by now, and whoever waits for a server gives it the time to read what it was sent.
      if (url.startsWith("sqlite")) kill();
      setImmediate(kill);
      return new Promise(() => {});
    }
    return original.call(this, sql, ...rest);
  };
}

const require = createRequire(import.meta.url);
if (url.startsWith("postgres")) watch(require("pg").Client.prototype, "query");
else if (url.startsWith("sqlite")) watch(require("better-sqlite3").prototype, "exec");
else watch(require("mysql2").Connection.prototype, "query");

const { upgrade, downgrade, projectContext } = await import("../../dist/index.js");
try {
  await { upgrade, downgrade }[direction](projectContext({ folder, url }), { resume: true, ...(alone && { lockTimeout: 600 }), target: direction === "upgrade" ? "head" : "base" });
} catch (error) {
  console.error(error);
  process.exit(1);
}
process.exit(0);
