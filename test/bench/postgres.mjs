// Databases on a PostgreSQL server for the benchmark, made and dropped through psql.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";

const socket = "/var/run/postgresql";

/** The URL of a database on the server of the tests: GRAVEN_TEST_POSTGRES names another one, as a URL without a database. */
export function databaseUrl(database) {
  const url = process.env["GRAVEN_TEST_POSTGRES"];
  if (url) return Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const user = encodeURIComponent(userInfo().username);
  return `postgres:///${database}?host=${existsSync(socket) ? encodeURIComponent(socket) : "127.0.0.1"}&user=${user}`;
}

/** Why the server cannot be used, or nothing. */
export function whyNoPostgres() {
  const { error, status, stderr } = psql("postgres", "SELECT 1");
  if (error) return error.code === "ENOENT" ? "psql is not installed" : error.message;
  return status === 0 ? undefined : `no PostgreSQL server answers: ${stderr.trim().split("\n").at(-1)}`;
}

/** Makes an empty database, in place of one that is there. */
export function freshDatabase(name) {
  dropDatabase(name);
  must(psql("postgres", `CREATE DATABASE ${name}`));
}

export function dropDatabase(name) {
  must(psql("postgres", `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

function psql(database, sql) {
  return spawnSync("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", databaseUrl(database), "-c", sql], { encoding: "utf8" });
}

function must({ status, error, stderr }) {
  if (error ?? status !== 0) throw error ?? new Error(stderr);
}
