import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { parseUrl } from "../../src/drivers/url.ts";

export type ShellKind = "sqlite" | "postgres" | "mariadb";

/** The database's own client, fed with a script, which stops at the first fault. */
const shells: Readonly<Record<ShellKind, (url: string) => readonly [string, ...string[]]>> = {
  sqlite: (url) => ["sqlite3", "-bail", parseUrl(url, tmpdir()).file!],
  postgres: (url) => ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url.replace(/^postgres:/, "postgresql:")],
  mariadb: (url) => {
    const { host, port, user, password, database } = parseUrl(url, tmpdir());
    return ["mariadb", ...(host?.startsWith("/") ? ["--socket", host] : ["--host", host ?? "127.0.0.1"]), ...(port === undefined ? [] : [`--port=${port}`]), `--user=${user}`, ...(password ? [`--password=${password}`] : []), "--default-character-set=utf8mb4", database!];
  },
};

/** The name of the client, which is not installed everywhere. */
export function shellName(kind: ShellKind): string {
  return shells[kind]("sqlite:x")[0];
}

/** Why the client cannot be used here, or nothing. In CI it must be there. */
export function noShell(kind: ShellKind): string | undefined {
  if (!spawnSync(shellName(kind), ["--version"]).error) return undefined;
  if (process.env["CI"]) throw new Error(`${shellName(kind)} is not installed. In CI it must be there.`);
  return `${shellName(kind)} is not installed`;
}

/** Feeds a script to the client. Throws with what the client said. */
export function runScript(kind: ShellKind, url: string, sql: string): void {
  const [command, ...args] = shells[kind](url);
  const { status, stderr } = spawnSync(command, args, { input: sql, encoding: "utf8" });
  if (status !== 0) throw new Error(`${stderr}\n${sql}`);
}
