import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import type { DialectName } from "../dialects/dialect.ts";
import type { Connection, KyselyParts, Session } from "./connection.ts";
import { lockTwice } from "./lock.ts";

/** A session with Kysely and transactions around it. */
export async function connectionOf(session: Session): Promise<Connection> {
  const { Kysely } = await import("kysely");
  const parts = session.kysely ?? (await kyselyParts(session.dialect));
  const driver = new SessionDriver(session);
  const kysely = new Kysely<any>({ dialect: { ...bound(parts), createDriver: () => driver } });
  return {
    dialect: session.dialect,
    title: session.title,
    kysely,
    query: async <Row>(sql: string) => (await session.run(sql, [])).rows as Row[],
    execute: (sql) => session.execute(sql),
    begin: () => driver.begin(),
    commit: () => driver.commit(),
    rollback: () => driver.rollback(),
    get inTransaction() {
      return driver.depth > 0;
    },
    hasTable: async (name, schema) => {
      const { rows } = await session.run(session.hasTableSql(name, schema), []);
      return Boolean(Number(rows[0]?.["present"]));
    },
    lock: (name, wait) => lockTwice(session, name, typeof wait === "number" ? { timeout: wait } : wait),
    bulk: session.bulk,
    close: async () => {
      await kysely.destroy();
      await session.close();
    },
  };
}

async function kyselyParts(dialect: DialectName): Promise<KyselyParts> {
  const { MysqlDialect, PostgresDialect, SqliteDialect } = await import("kysely");
  // The drivers of these dialects are never made: the session is there already.
  const makers: Record<DialectName, () => KyselyParts> = {
    postgres: () => new PostgresDialect({ pool: undefined as never }),
    sqlite: () => new SqliteDialect({ database: undefined as never }),
    mysql: () => new MysqlDialect({ pool: undefined as never }),
    mariadb: () => new MysqlDialect({ pool: undefined as never }),
  };
  return makers[dialect]();
}

function bound(parts: KyselyParts): KyselyParts {
  return {
    createAdapter: () => parts.createAdapter(),
    createQueryCompiler: () => parts.createQueryCompiler(),
    createIntrospector: (database) => parts.createIntrospector(database),
  };
}

/** A Kysely driver that has one connection and hands it to everyone: all of Kysely's queries run in the one session. */
class SessionDriver implements Driver {
  /** Open transactions, of which all but the first are savepoints. */
  depth = 0;
  private readonly session: Session;
  private readonly connection: DatabaseConnection;

  constructor(session: Session) {
    this.session = session;
    this.connection = {
      executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
        const { rows, affected, insertId } = await session.run(sql, parameters);
        return { rows: rows as Row[], ...(affected !== undefined && { numAffectedRows: affected }), ...(insertId !== undefined && { insertId }) };
      },
      streamQuery: () => {
        throw new Error("This connection gives rows all at once: use execute() in place of stream().");
      },
    };
  }

  async begin(): Promise<void> {
    await this.session.execute(this.depth === 0 ? this.session.beginSql : `SAVEPOINT graven_${this.depth}`);
    this.depth++;
  }

  async commit(): Promise<void> {
    await this.session.execute(this.depth <= 1 ? "COMMIT" : `RELEASE SAVEPOINT graven_${this.depth - 1}`);
    this.depth = Math.max(0, this.depth - 1);
  }

  async rollback(): Promise<void> {
    this.depth = Math.max(0, this.depth - 1);
    await this.session.execute(this.depth === 0 ? "ROLLBACK" : `ROLLBACK TO SAVEPOINT graven_${this.depth}`);
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.connection;
  }
  beginTransaction(): Promise<void> {
    return this.begin();
  }
  commitTransaction(): Promise<void> {
    return this.commit();
  }
  rollbackTransaction(): Promise<void> {
    return this.rollback();
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}
