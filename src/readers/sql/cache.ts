import type { DialectName } from "../../dialects/dialect.ts";
import type { StatementFact } from "./facts.ts";
import { KeyedCache } from "../keyed-cache.ts";

/** What statements said, by the hash of their text, so that a second run reads only those that changed. */
export class StatementCache extends KeyedCache<StatementFact> {
  constructor(folder: string, dialect: DialectName) {
    super(folder, `sql-${dialect}`);
  }

  /** The statement's facts, read anew where they are not known. */
  get(text: string, read: () => StatementFact): StatementFact {
    return this.find(text) ?? this.add(text, read());
  }
}
