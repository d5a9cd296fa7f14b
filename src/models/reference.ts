import type { Trace } from "../base/trace.ts";

/** A column of a declared table, as `users.email`: a foreign key's target, or a part of an index. */
export class ColumnReference {
  /** The key of the table; empty for a column named by itself. */
  readonly table: string;
  readonly column: string;
  readonly options: IndexPartOptions;
  readonly trace: Trace | undefined;

  constructor(table: string, column: string, options: IndexPartOptions = {}, trace?: Trace) {
    this.table = table;
    this.column = column;
    this.options = options;
    this.trace = trace;
  }

  /** Descending in an index. */
  desc(): ColumnReference {
    return this.with({ order: "desc" });
  }

  asc(): ColumnReference {
    return this;
  }

  nullsFirst(): ColumnReference {
    return this.with({ nulls: "first" });
  }

  nullsLast(): ColumnReference {
    return this.with({ nulls: "last" });
  }

  /** The operator class of an index part, such as `text_pattern_ops`. */
  operatorClass(name: string): ColumnReference {
    return this.with({ operatorClass: name });
  }

  collate(name: string): ColumnReference {
    return this.with({ collation: name });
  }

  /** MySQL and MariaDB: only so many characters or bytes of the column. */
  length(length: number): ColumnReference {
    return this.with({ length });
  }

  private with(options: IndexPartOptions): ColumnReference {
    return new ColumnReference(this.table, this.column, { ...this.options, ...options }, this.trace);
  }
}

export interface IndexPartOptions {
  readonly order?: "desc";
  readonly nulls?: "first" | "last";
  readonly operatorClass?: string;
  readonly collation?: string;
  readonly length?: number;
}

/** A column by its name, where no declared table is at hand: `index("ix").on(column("created_at").desc())`. */
export function column(name: string): ColumnReference {
  return new ColumnReference("", name);
}
