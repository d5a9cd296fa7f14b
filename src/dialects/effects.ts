/** What a statement does to those who use the database meanwhile. Claims about PostgreSQL and MariaDB are measured by tests. */
export interface Effects {
  /** At most one per table: the strongest. */
  readonly locks: readonly TableLock[];
  /** Work that grows with the table, done while the locks are held. */
  readonly work: readonly TableWork[];
  /** MySQL's and MariaDB's own word for the way they change a table. */
  readonly algorithm?: Algorithm;
  /** The statement refuses to run inside a transaction. */
  readonly outsideTransaction: boolean;
  /** `false`: what it does cannot be told from its words. */
  readonly known: boolean;
}

export interface TableLock {
  /** The table's key; `*` is the whole database. */
  readonly table: string;
  /** As the database calls it: `ACCESS EXCLUSIVE`. */
  readonly mode: string;
  readonly blocks: Blocked;
}

/** What others cannot do while a lock is held, from nothing to everything. */
export type Blocked = "nothing" | "schema changes" | "the same rows" | "writes" | "reads and writes";

export const blockedRank: { readonly [K in Blocked]: number } = { nothing: 0, "schema changes": 1, "the same rows": 2, writes: 3, "reads and writes": 4 };

export interface TableWork {
  readonly table: string;
  readonly kind: WorkKind;
}

/** The whole table is read, an index over it is built, or all of it is written anew. */
export type WorkKind = "scan" | "index build" | "rewrite";

const workRank: { readonly [K in WorkKind]: number } = { scan: 0, "index build": 1, rewrite: 2 };

/** From the cheapest to the dearest: nothing but the dictionary, in place without copying the table, in place, by a copy. */
export type Algorithm = "INSTANT" | "NOCOPY" | "INPLACE" | "COPY";

export const noEffects: Effects = { locks: [], work: [], outsideTransaction: false, known: true };
export const unknownEffects: Effects = { ...noEffects, known: false };

/** Effects of several parts of one statement: per table the strongest lock and the dearest work. */
export function joinedEffects(parts: readonly Effects[]): Effects {
  const locks = new Map<string, TableLock>();
  const work = new Map<string, TableWork>();
  for (const part of parts) {
    for (const lock of part.locks) if (!locks.has(lock.table) || blockedRank[locks.get(lock.table)!.blocks] < blockedRank[lock.blocks]) locks.set(lock.table, lock);
    for (const each of part.work) if (!work.has(each.table) || workRank[work.get(each.table)!.kind] < workRank[each.kind]) work.set(each.table, each);
  }
  const algorithms: readonly Algorithm[] = ["COPY", "INPLACE", "NOCOPY", "INSTANT"];
  const algorithm = algorithms.find((each) => parts.some((part) => part.algorithm === each));
  return {
    locks: [...locks.values()],
    work: [...work.values()],
    ...(algorithm && { algorithm }),
    outsideTransaction: parts.some((part) => part.outsideTransaction),
    known: parts.every((part) => part.known),
  };
}

/** The strongest thing that the locks keep from others. */
export function strongestBlock({ locks }: Pick<Effects, "locks">): Blocked {
  return locks.reduce<Blocked>((strongest, { blocks }) => (blockedRank[blocks] > blockedRank[strongest] ? blocks : strongest), "nothing");
}
