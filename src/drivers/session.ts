import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import { isSurelyOne } from "../base/sql-statements.ts";
import type { DialectName } from "../dialects/dialect.ts";
import type { Connection, KyselyParts, Session, SessionResult } from "./connection.ts";
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
    query: async <Row>(sql: string) => (await driver.run(sql, [])).rows as Row[],
    repeat: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      await driver.beginNow();
      return (await (session.repeat ?? session.run)(sql, parameters)).rows as Row[];
    },
    execute: (sql) => driver.execute(sql),
    begin: (first) => driver.beginSoon(first),
    commit: (last) => driver.commit(last),
    finish: (sql, last, onDone) => driver.finish(sql, last, onDone),
    transactions: session.executeJoined && ((statements, onDone) => driver.transactions(statements, onDone)),
    beginSql: session.beginSql,
    rollback: () => driver.rollback(),
    get inTransaction() {
      return driver.depth > 0;
    },
    hasTable: async (name, schema) => {
      const { rows } = await driver.run(session.hasTableSql(name, schema), []);
      return Boolean(Number(rows[0]?.["present"]));
    },
    lock: (name, wait) => lockTwice(session, name, typeof wait === "number" ? { timeout: wait } : wait),
    bulk: session.bulk && {
      ...session.bulk,
      open: async (target) => {
        await driver.beginNow();
        return session.bulk!.open(target);
      },
    },
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
  /** What begins a transaction that is open for its owner: it is sent with the next statement. */
  private pending: readonly string[] = [];
  private readonly session: Session;
  private readonly connection: DatabaseConnection;

  constructor(session: Session) {
    this.session = session;
    this.connection = {
      executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
        const { rows, affected, insertId } = await this.run(sql, parameters);
        return { rows: rows as Row[], ...(affected !== undefined && { numAffectedRows: affected }), ...(insertId !== undefined && { insertId }) };
      },
      streamQuery: () => {
        throw new Error("This connection gives rows all at once: use execute() in place of stream().");
      },
    };
  }

  async begin(): Promise<void> {
    await this.execute(this.depth === 0 ? this.session.beginSql : `SAVEPOINT graven_${this.depth}`);
    this.depth++;
  }

  async beginSoon(first?: string): Promise<void> {
    if (!this.session.joins || this.depth > 0) {
      await this.begin();
      if (first !== undefined) await this.execute(first);
      return;
    }
    this.pending = [this.session.beginSql, ...(first === undefined ? [] : [first])];
    this.depth = 1;
  }

  /** One text. A transaction that is to begin is still to begin when the text fails: the server may not have read as far as that. */
  async execute(sql: string): Promise<void> {
    await this.session.execute(this.pending.map((each) => `${each};\n`).join("") + sql);
    this.pending = [];
  }

  /** One statement with parameters, which travels alone. */
  async run(sql: string, parameters: readonly unknown[]): Promise<SessionResult> {
    await this.beginNow();
    return this.session.run(sql, parameters);
  }

  /** Begins what is to begin, for whoever sends something past this driver. */
  async beginNow(): Promise<void> {
    if (this.pending.length) await this.execute("");
  }

  async commit(last?: string): Promise<void> {
    const end = this.depth <= 1 ? "COMMIT" : `RELEASE SAVEPOINT graven_${this.depth - 1}`;
    if (last !== undefined && !this.session.joins) await this.execute(last);
    await this.execute(last === undefined || !this.session.joins ? end : `${last};\n${end}`);
    this.depth = Math.max(0, this.depth - 1);
  }

  async finish(sql: string, last: string, onDone: () => void): Promise<void> {
    if (!this.session.executeJoined || this.depth !== 1 || !isSurelyOne(sql)) {
      await this.execute(sql);
      onDone();
      return this.commit(last);
    }
    const before = this.pending.length;
    await this.session.executeJoined([...this.pending, sql, last, "COMMIT"], (at) => {
      if (at === before) onDone();
    });
    this.pending = [];
    this.depth = 0;
  }

  async transactions(statements: readonly string[], onDone: (at: number) => void): Promise<void> {
    // Wherever it ends before its end, there may be a transaction to take back.
    this.depth = 1;
    await this.session.executeJoined!(statements, onDone);
    this.depth = 0;
  }

  async rollback(): Promise<void> {
    this.depth = Math.max(0, this.depth - 1);
    if (this.depth === 0) this.pending = [];
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
