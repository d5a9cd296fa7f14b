import type { Dialect } from "../dialects/dialect.ts";
import type { Connection, Lock } from "../drivers/connection.ts";

/** Milliseconds until a statement that has not ended is looked at, and between two looks. */
const first = 400;
const interval = 1000;

/** Looks, from another session, at who keeps a statement waiting. Where there is no other session it sees nothing. */
export class BlockWatch {
  private readonly connection: Connection;
  private readonly dialect: Dialect;
  private readonly query: Lock["query"];
  private session: string | undefined;
  private seen: readonly string[] = [];

  constructor(connection: Connection, dialect: Dialect, query: Lock["query"]) {
    this.connection = connection;
    this.dialect = dialect;
    this.query = query;
  }

  /** Learns the number of the session that is to be watched. */
  async start(): Promise<void> {
    const { sessionSql } = this.dialect.running;
    if (!this.query || sessionSql === undefined) return;
    const [row] = await this.connection.query(sessionSql);
    this.session = String(row?.["session"]);
  }

  /** Who was last seen to keep the present statement waiting. */
  get blockers(): readonly string[] {
    return this.seen;
  }

  /** Watches while `work` runs; `soon` says that it may end within so many milliseconds. */
  async during(work: () => Promise<void>, soon: number | undefined, onBlocked: (blockers: readonly string[]) => void): Promise<void> {
    this.seen = [];
    if (this.session === undefined) return work();
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const look = async () => {
      const found = await this.look().catch((): readonly string[] => []);
      if (over) return;
      if (found.length && found.join("\n") !== this.seen.join("\n")) onBlocked(found);
      if (found.length) this.seen = found;
      timer = setTimeout(() => void look(), interval);
    };
    timer = setTimeout(() => void look(), soon === undefined ? first : Math.min(first, soon / 2));
    try {
      await work();
    } finally {
      over = true;
      clearTimeout(timer);
    }
  }

  private async look(): Promise<readonly string[]> {
    const rows = await this.query!(this.dialect.running.blockersSql!(this.session!));
    return rows.map(({ who, since, doing }) => `${String(who)}${since === null || since === undefined ? "" : `, in a transaction since ${String(since)}`}${doing ? `: ${String(doing).replace(/\s+/g, " ").trim()}` : ""}`);
  }
}
