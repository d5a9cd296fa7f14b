import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, basename, isAbsolute, resolve } from "node:path";
import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import type { DialectName } from "../dialects/dialect.ts";

/** The client library that a URL leads to. */
export type ClientName = "postgres" | "pglite" | "sqlite" | "mysql";

/** A database URL in its parts. */
export interface DatabaseUrl {
  readonly client: ClientName;
  readonly dialect: DialectName;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  /** The database's name on a server. */
  readonly database?: string;
  /** The absolute path of a file or folder; absent for one in memory. */
  readonly file?: string;
  /** Everything after the `?` that is not one of the above. */
  readonly parameters: Readonly<Record<string, string>>;
}

const schemes: Readonly<Record<string, { readonly client: ClientName; readonly dialect: DialectName }>> = {
  sqlite: { client: "sqlite", dialect: "sqlite" },
  sqlite3: { client: "sqlite", dialect: "sqlite" },
  postgres: { client: "postgres", dialect: "postgres" },
  postgresql: { client: "postgres", dialect: "postgres" },
  pglite: { client: "pglite", dialect: "postgres" },
  mysql: { client: "mysql", dialect: "mysql" },
  mariadb: { client: "mysql", dialect: "mariadb" },
};

/**
 * The dialect that a URL's scheme names. Throws DRV-002 for a scheme that is not known.
 * @example dialectOf("postgres:///shop") // "postgres"
 */
export function dialectOf(url: string): DialectName {
  return schemeOf(url).dialect;
}

/**
 * Takes a URL apart. Files are relative to the folder `base`; a server's user is, as in libpq, the system's user
 * where the URL names none. Throws DRV-002 for what is no database URL.
 */
export function parseUrl(url: string, base: string): DatabaseUrl {
  const { client, dialect } = schemeOf(url);
  if (client === "sqlite" || client === "pglite") return parseFileUrl(url, client, dialect, base);
  let parts: URL;
  try {
    parts = new URL(url);
  } catch (error) {
    throw new GravenError("DRV-002", `"${maskUrl(url)}" is not a valid URL.`, { hint: "Write special characters of a password in their percent form, such as %40 for @.", cause: error });
  }
  const { host: hostParameter, user: userParameter, password: passwordParameter, port: portParameter, dbname, socketPath, ...parameters } = Object.fromEntries(parts.searchParams);
  const host = socketPath ?? hostParameter ?? (decoded(parts.hostname) || fromEnvironment(client, "host"));
  const port = portParameter ?? parts.port;
  const user = userParameter ?? (decoded(parts.username) || fromEnvironment(client, "user") || userInfo().username);
  const password = passwordParameter ?? decoded(parts.password);
  const database = dbname ?? (decoded(parts.pathname.replace(/^\//, "")) || (client === "postgres" ? fromEnvironment(client, "database") || user : ""));
  return {
    client,
    dialect,
    user,
    ...(host && { host }),
    ...(port && { port: Number(port) }),
    ...(password && { password }),
    ...(database && { database }),
    parameters,
  };
}

/** The same server with another database, or with none. */
export function withDatabase(url: DatabaseUrl, name: string | undefined): DatabaseUrl {
  const changed: { database?: string } & DatabaseUrl = { ...url };
  if (name === undefined) delete changed.database;
  else changed.database = name;
  return changed;
}

/**
 * The URL as it may be shown: the password, wherever it stands, is `***`.
 * @example maskUrl("postgres://ada:secret@db/shop") // "postgres://ada:***@db/shop"
 */
export function maskUrl(url: string): string {
  // Up to the last @ before the query, since a password may hold characters that should have been encoded.
  const [address = "", query] = splitOnce(url, /\?(?!.*@[^?]*\/)/);
  const masked = address.replace(/^([A-Za-z][\w+.-]*:\/\/[^:/?#@]*):.*@/s, "$1:***@");
  return query === undefined ? masked : `${masked}?${query.replace(/((?:^|&)[^=&]*(?:password|passwd|pwd|secret|token)[^=&]*=)[^&]*/gi, "$1***")}`;
}

/** Where a database is, for a sentence: no user, no password. */
export function titleOf(url: DatabaseUrl): string {
  if (url.client === "sqlite" || url.client === "pglite") return url.file === undefined ? "database in memory" : `database ${url.file}`;
  const place = url.host === undefined ? "localhost" : url.port === undefined ? url.host : `${url.host}:${url.port}`;
  return url.database === undefined ? `server ${place}` : `database "${url.database}" on ${place}`;
}

/** Whether the database is on this machine: a file, a socket, or a loopback address. */
export function isLocal(url: string): boolean {
  const { client, host } = parseUrl(url, ".");
  if (client === "sqlite" || client === "pglite" || host === undefined || host.startsWith("/")) return true;
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);
}

/** Where a database is, in the words of an allow-list: a file's host is `file`, and its database the file's name. */
export function placeOf(url: string): { readonly host: string; readonly database: string; readonly local: boolean } {
  const { client, host, database, file } = parseUrl(url, ".");
  if (client === "sqlite" || client === "pglite") return { host: "file", database: file === undefined ? "memory" : basename(file), local: true };
  const local = isLocal(url);
  return { host: host === undefined || host.startsWith("/") ? "localhost" : host, database: database ?? "", local };
}

/** The kind of client that a URL leads to. */
export function schemeOfUrl(url: string): ClientName {
  return schemeOf(url).client;
}

/** The same server, with another database on it. */
export function withDatabaseName(url: string, name: string): string {
  const [address = "", query] = splitOnce(url, /\?/);
  const path = address.replace(/^([A-Za-z][\w+.-]*:\/\/[^/]*)(\/[^/]*)?$/, `$1/${name}`);
  return query === undefined ? path : `${path}?${query.replace(/(^|&)dbname=[^&]*/, "")}`;
}

/** What the environment says of the user and database, as each server's own tools read it. */
const environment: Partial<Record<ClientName, Readonly<Record<"host" | "user" | "database", string>>>> = {
  postgres: { host: "PGHOST", user: "PGUSER", database: "PGDATABASE" },
};

function fromEnvironment(client: ClientName, key: "host" | "user" | "database"): string | undefined {
  const name = environment[client]?.[key];
  return name === undefined ? undefined : process.env[name];
}

function schemeOf(url: string) {
  const scheme = /^([A-Za-z][\w+.-]*):/.exec(url)?.[1]?.toLowerCase();
  const known = Object.keys(schemes).filter((name) => name !== "sqlite3");
  const found = scheme === undefined || !Object.hasOwn(schemes, scheme) ? undefined : schemes[scheme];
  if (found) return found;
  const usage = `A database URL begins with ${known.map((name) => `${name}:`).join(", ")}.`;
  if (scheme === undefined) throw new GravenError("DRV-002", `"${maskUrl(url)}" names no kind of database.`, { hint: `${usage} For a file, write "sqlite:${url}".` });
  throw new GravenError("DRV-002", `The scheme "${scheme}:" of "${maskUrl(url)}" is not known.`, { hint: [didYouMean(scheme, known), usage].filter(Boolean).join(" ") });
}

/** `sqlite:dev.db`, `sqlite:/abs/dev.db`, and with SQLAlchemy's slashes `sqlite:///dev.db` (relative) and `sqlite:////abs/dev.db`. */
function parseFileUrl(url: string, client: "sqlite" | "pglite", dialect: DialectName, base: string): DatabaseUrl {
  const [address = "", query = ""] = splitOnce(url.slice(url.indexOf(":") + 1), /\?/);
  const parameters = Object.fromEntries(new URLSearchParams(query));
  const path = decoded(address.startsWith("//") ? address.replace(/^\/\/\/?/, "") : address);
  const memory = path === "" || path === ":memory:" || (client === "pglite" && path === "memory");
  return { client, dialect, parameters, ...(!memory && { file: isAbsolute(path) ? path : resolve(base, path) }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign stands for itself: the text was never encoded.
    return text;
  }
}

function splitOnce(text: string, separator: RegExp): [string, string?] {
  const match = separator.exec(text);
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text];
}

/** Whether a URL names a file that is not there, which opening it would make. */
export function isAbsentFile(url: string, base: string): boolean {
  return isAbsent(parseUrl(url, base));
}

/** Whether opening it makes its file. Where its folder is not there either, PGlite makes that too, and SQLite refuses. */
export function isToBeMade(url: DatabaseUrl): boolean {
  return isAbsent(url) && !["ro", "rw"].includes(url.parameters["mode"] ?? "") && (url.client === "pglite" || existsSync(dirname(url.file!)));
}

/** The same kind of database, in memory. */
export function inMemory(url: DatabaseUrl): DatabaseUrl {
  const { file, ...rest } = url;
  return file === undefined ? url : rest;
}

function isAbsent({ client, file }: DatabaseUrl): boolean {
  return (client === "sqlite" || client === "pglite") && file !== undefined && !existsSync(file);
}
