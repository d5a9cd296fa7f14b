import type { Dialect as KyselyDialect } from "kysely";
import { GravenError, messageOf } from "../base/errors.ts";
import { sqlStatements } from "../base/sql-statements.ts";
import type { DialectName } from "../dialects/dialect.ts";
import { quotedText, type Session } from "./connection.ts";
import { namedLock } from "./mysql.ts";
import { postgresSession } from "./postgres.ts";

type Client = Pick<Session, "run" | "execute" | "close">;

/** Opens a session through a Kysely dialect that the project made, with one connection of its pool kept for us. */
export async function openKyselyDialect(given: KyselyDialect, named: DialectName | undefined): Promise<Session> {
  const { CompiledQuery } = await import("kysely");
  const driver = given.createDriver();
  const connection = await opened(driver);
  const run: Session["run"] = async (sql, parameters) => {
    const { rows, numAffectedRows, insertId } = await connection.executeQuery<Record<string, unknown>>(CompiledQuery.raw(sql, [...parameters]));
    return { rows, ...(numAffectedRows !== undefined && { affected: numAffectedRows }), ...(insertId !== undefined && { insertId }) };
  };
  const close = async () => {
    await driver.releaseConnection(connection);
    await driver.destroy();
  };
  const dialect = named ?? (await dialectBehind(given, run));
  const execute = async (sql: string) => {
    for (const statement of dialect === "postgres" ? [sql] : sqlStatements(sql)) await run(statement, []);
  };
  return { ...sessions[dialect]({ run, execute, close }, dialect), kysely: given };
}

async function opened(driver: ReturnType<KyselyDialect["createDriver"]>) {
  try {
    await driver.init();
    return await driver.acquireConnection();
  } catch (error) {
    throw new GravenError("DRV-003", `The database of the Kysely dialect cannot be reached, or refuses: ${messageOf(error)}`, { cause: error });
  }
}

const title = "database of the Kysely dialect";

const sessions: { readonly [D in DialectName]: (client: Client, dialect: DialectName) => Session } = {
  postgres: (client) => postgresSession(title, client),
  sqlite: (client) => ({
    ...client,
    dialect: "sqlite",
    title,
    beginSql: "BEGIN IMMEDIATE",
    hasTableSql: (name) => `SELECT count(*) AS present FROM sqlite_master WHERE type = 'table' AND name = ${quotedText(name)}`,
    // Where the file is, only the project knows; SQLite's own write lock still keeps two transactions apart.
    lock: async () => ({ release: async () => {} }),
  }),
  mysql: mysqlSession,
  mariadb: mysqlSession,
};

function mysqlSession(client: Client, dialect: DialectName): Session {
  return {
    ...client,
    dialect,
    title,
    beginSql: "START TRANSACTION",
    hasTableSql: (name, schema) =>
      `SELECT count(*) AS present FROM information_schema.tables WHERE table_name = ${quotedText(name)} AND table_schema = ${schema === undefined ? "DATABASE()" : quotedText(schema)}`,
    lock: (name, wait) => namedLock(client.run, title, `concat('graven_', left(sha2(concat(database(), ${quotedText(` ${name}`)}), 256), 24))`, wait),
  };
}

/** Asks the dialect's adapter by the class it is made of, and a MySQL server what it really is. */
async function dialectBehind(given: KyselyDialect, run: Session["run"]): Promise<DialectName> {
  const names: Readonly<Record<string, DialectName>> = { postgres: "postgres", pglite: "postgres", sqlite: "sqlite", mysql: "mysql" };
  const classes = [...classNames(given.createAdapter()), ...classNames(given)].map((name) => name.toLowerCase());
  const word = Object.keys(names).find((each) => classes.some((name) => name.includes(each)));
  if (word === undefined) throw new GravenError("DRV-004", `It is not known which database the Kysely dialect "${classes[0]}" speaks to.`, { hint: "Say it in graven.config.ts: dialect: \"postgres\", \"sqlite\", \"mysql\" or \"mariadb\"." });
  if (names[word] !== "mysql") return names[word]!;
  const { rows } = await run("SELECT VERSION() AS version", []);
  return /mariadb/i.test(String(rows[0]?.["version"])) ? "mariadb" : "mysql";
}

/** The names of an object's class and of those it extends. */
function classNames(value: object): string[] {
  const names: string[] = [];
  for (let prototype: object | null = Object.getPrototypeOf(value); prototype && prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype)) names.push(prototype.constructor.name);
  return names;
}
