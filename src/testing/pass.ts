import { GravenError, messageOf } from "../base/errors.ts";
import type { DataBlock, DataRow } from "../commands/test-options.ts";
import { adopted } from "./adopt.ts";
import type { FakeRows } from "./fake-rows.ts";
import { meetExpectations } from "./expectations.ts";
import { conditionSql, insertRows, type InsertedRow } from "./insert.ts";
import { columnAfter, operationsIn, tableAfter } from "./operations-in.ts";
import type { Stand } from "./stand.ts";
import { within } from "./within.ts";

/** Steps through the history with the data that the options name: rows before and at revisions, and what must hold. */
export class Pass {
  readonly stand: Stand;
  private readonly fake: FakeRows | undefined;
  /** What went in, under the names that it has now. */
  private inserted: InsertedRow[] = [];
  /** What of it could not be taken out, and so does not go in again. */
  private standing: readonly InsertedRow[] = [];

  constructor(stand: Stand, fake: FakeRows | undefined) {
    this.stand = stand;
    this.fake = fake;
  }

  /** Applies one revision with its data. */
  async up(id: string): Promise<void> {
    await this.prepare(id);
    await this.run(id);
    await this.settle(id);
  }

  /** What goes in before the upgrade to a revision. */
  async prepare(id: string): Promise<void> {
    await this.insert(this.sets.before.get(id), `beforeRevisionData of "${id}"`);
    await this.fake?.fill(this.stand, `before revision "${id}"`);
  }

  /** The upgrade itself. */
  async run(id: string): Promise<void> {
    await this.stand.up(id);
    await this.follow(id, "upgrade");
  }

  /** What must hold then, and what goes in. */
  async settle(id: string): Promise<void> {
    await meetExpectations(this.stand, this.sets.after.get(id) ?? [], `after the upgrade to revision "${id}"`);
    await this.insert(this.sets.at.get(id), `atRevisionData of "${id}"`);
  }

  /** Undoes one revision with its data. */
  async down(id: string): Promise<void> {
    await this.insert(this.sets.beforeDowngrade.get(id), `beforeDowngradeData of "${id}"`);
    await this.stand.down(id);
    await this.follow(id, "downgrade");
    await meetExpectations(this.stand, this.sets.afterDowngrade.get(id) ?? [], `after the downgrade of revision "${id}"`);
  }

  /** Takes out what went in, the last first, so that the same rows may go in again. What other rows hold stays. */
  async takeOut(): Promise<void> {
    const { connection, dialect, schema } = this.stand;
    const kept: InsertedRow[] = [];
    for (const row of [...this.inserted].reverse()) {
      const table = schema.tables[row.table];
      const condition = table && conditionSql(dialect, table, row.key);
      if (!table || !condition) continue;
      try {
        await connection.execute(`DELETE FROM ${dialect.tableName(row.table)} WHERE ${condition}`);
      } catch {
        // Another row points at it, so it stays, and does not go in again.
        kept.unshift(row);
      }
    }
    this.inserted = kept;
    this.standing = kept;
  }

  private get sets() {
    return this.stand.project.sets;
  }

  private async insert(blocks: readonly DataBlock[] | undefined, subject: string): Promise<void> {
    for (const block of blocks ?? []) {
      const given = typeof block === "function" ? await this.called(block, subject) : block;
      const rows = ([given ?? []].flat() as DataRow[]).filter((row) => !this.stands(row));
      if (rows.length) this.inserted.push(...(await insertRows(this.stand, rows, subject)));
    }
  }

  private async called(block: Extract<DataBlock, (db: never) => unknown>, subject: string): Promise<DataRow | readonly DataRow[] | undefined> {
    try {
      const given = await within(this.stand.project.timeout, `The function for ${subject}`, Promise.resolve(block(this.stand.connection.kysely)));
      return typeof given === "object" && given !== null ? adopted(given as DataRow) : undefined;
    } catch (error) {
      if (error instanceof GravenError) throw error;
      throw new GravenError("TST-011", `The function for ${subject} throws: ${messageOf(error)}`, { cause: error });
    }
  }

  /** Whether a row of an earlier pass could not be taken out. */
  private stands(row: DataRow): boolean {
    return this.standing.some(({ table, key }) => table === row.__tablename__ && Object.entries(key).every(([column, value]) => String(row[column]) === String(value)));
  }

  /** Gives the rows that went in the names that the revision's operations gave them. */
  private async follow(id: string, direction: "upgrade" | "downgrade"): Promise<void> {
    if (!this.inserted.length || this.sets.skipped.has(id)) return;
    const operations = operationsIn((await this.stand.project.record(id, direction)).map(({ operation }) => operation));
    this.inserted = this.inserted.flatMap((row): InsertedRow[] => {
      const table = tableAfter(operations, row.table);
      if (table === undefined) return [];
      const key = Object.entries(row.key).flatMap(([column, value]) => {
        const name = columnAfter(operations, row.table, column);
        return name === undefined ? [] : [[name, value] as const];
      });
      return [{ table, key: Object.fromEntries(key) }];
    });
  }
}
