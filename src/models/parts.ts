import { traceCall, type Trace } from "../base/trace.ts";
import type { Deferrable, Exclusion, Index, SqlText } from "../schema/types.ts";
import type { CheckOptions, ColumnName, ExpressionPart, PartDeclaration, ReferenceOptions } from "./declaration.ts";
import type { ColumnReference } from "./reference.ts";

type Declared<K extends PartDeclaration["kind"]> = Extract<PartDeclaration, { kind: K }>;

/** A part of a table that is fully said. `renamedFrom` names its former name. */
export class Part<K extends PartDeclaration["kind"] = PartDeclaration["kind"]> {
  readonly declaration: Declared<K>;

  constructor(declaration: Declared<K>) {
    this.declaration = declaration;
  }

  renamedFrom(name: string): this {
    return this.with({ renamedFrom: name } as Partial<Declared<K>>);
  }

  protected with(change: Partial<Declared<K>>): this {
    const Same = this.constructor as new (declaration: Declared<K>) => this;
    return new Same({ ...this.declaration, ...change });
  }
}

export class PrimaryKeyPart extends Part<"primaryKey"> {
  deferrable(when: Deferrable["deferrable"] = "initially immediate"): this {
    return this.with({ deferrable: when as NonNullable<typeof when> });
  }

  /** Columns that its index carries along (PostgreSQL). */
  include(...columns: readonly ColumnName[]): this {
    return this.with({ include: columns.map(nameOf) });
  }

  /** Rows with the same columns may stand side by side as long as their stretches of the period do not overlap (MariaDB). */
  withoutOverlaps(period: string): this {
    return this.with({ withoutOverlaps: period });
  }
}

export class UniquePart extends Part<"unique"> {
  /** Columns that its index carries along (PostgreSQL). */
  include(...columns: readonly ColumnName[]): this {
    return this.with({ include: columns.map(nameOf) });
  }

  /** Rows with the same columns may stand side by side as long as their stretches of the period do not overlap (MariaDB). */
  withoutOverlaps(period: string): this {
    return this.with({ withoutOverlaps: period });
  }

  /** Two NULLs count as equal (PostgreSQL 15). */
  nullsNotDistinct(): this {
    return this.with({ nullsNotDistinct: true });
  }

  deferrable(when: Deferrable["deferrable"] = "initially immediate"): this {
    return this.with({ deferrable: when as NonNullable<typeof when> });
  }
}

export class IndexPartBuilder extends Part<"index"> {
  unique(): this {
    return this.withOptions({ unique: true });
  }

  /** A partial index: only rows that meet the condition. */
  where(condition: SqlText): this {
    return this.withOptions({ where: condition.sql });
  }

  /** The access method, such as `gin`. */
  using(method: string): this {
    return this.withOptions({ method });
  }

  /** Columns carried along without being part of the key. */
  include(...columns: readonly ColumnName[]): this {
    return this.withOptions({ include: columns.map(nameOf) });
  }

  /** What one database or another knows of an index: `{ type: "fulltext" }`, `{ options: { fillfactor: "70" } }`. */
  facts(facts: Pick<Index, "type" | "parser" | "invisible" | "comment" | "options" | "tablespace" | "statistics">): this {
    return this.withOptions(facts);
  }

  nullsNotDistinct(): this {
    return this.withOptions({ nullsNotDistinct: true });
  }

  private withOptions(options: Partial<Omit<Index, "name" | "parts">>): this {
    return this.with({ options: { ...this.declaration.options, ...options } });
  }
}

export class ForeignKeyPart extends Part<"foreignKey"> {}

/** `primaryKey().on(t.a, t.b)`: a primary key of several columns. */
export function primaryKey(name?: string) {
  const trace = traceCall(primaryKey);
  return { on: (...columns: readonly ColumnName[]) => new PrimaryKeyPart({ kind: "primaryKey", columns, trace, ...named(name) }) };
}

/** `unique().on(t.a, t.b)`. */
export function unique(name?: string) {
  const trace = traceCall(unique);
  return { on: (...columns: readonly ColumnName[]) => new UniquePart({ kind: "unique", columns, trace, ...named(name) }) };
}

/** `foreignKey().on(t.a, t.b).references(() => [other.a, other.b], { onDelete: "cascade" })`; the target also by names: `("other", ["a", "b"])`. */
export function foreignKey(name?: string) {
  const trace = traceCall(foreignKey);
  return {
    on: (...columns: readonly ColumnName[]) => {
      function references(target: () => ColumnReference | readonly ColumnReference[], options?: Omit<ReferenceOptions, "name">): ForeignKeyPart;
      function references(table: string, columns: readonly string[], options?: Omit<ReferenceOptions, "name">): ForeignKeyPart;
      function references(target: string | (() => ColumnReference | readonly ColumnReference[]), second?: readonly string[] | Omit<ReferenceOptions, "name">, third?: Omit<ReferenceOptions, "name">): ForeignKeyPart {
        if (typeof target === "string") return made({ table: target, columns: second as readonly string[] }, third);
        return made(() => [target()].flat() as ColumnReference[], second as Omit<ReferenceOptions, "name"> | undefined);
      }
      const made = (target: Declared<"foreignKey">["target"], options: Omit<ReferenceOptions, "name"> = {}) => new ForeignKeyPart({ kind: "foreignKey", columns, target, options, trace, ...named(name) });
      return { references };
    },
  };
}

/** `check("price_positive", sql`price > 0`)`, or without a name. */
export function check(expression: SqlText, options?: CheckOptions): Part<"check">;
export function check(name: string, expression: SqlText, options?: CheckOptions): Part<"check">;
export function check(first: string | SqlText, second?: SqlText | CheckOptions, third?: CheckOptions): Part<"check"> {
  const [name, expression, options] = typeof first === "string" ? [first, second as SqlText, third] : [undefined, first, second as CheckOptions | undefined];
  return new Part<"check">({ kind: "check", expression, trace: traceCall(check), ...options, ...named(name) });
}

/**
 * No two rows for which every operator answers yes (PostgreSQL).
 * @example exclusion("no_overlap", { method: "gist" }).on([t.room, "="], [t.during, "&&"])
 */
export function exclusion(name?: string, options: Omit<Exclusion, "name" | "elements" | "where"> & { readonly where?: SqlText } = {}) {
  const trace = traceCall(exclusion);
  const { where, ...rest } = options;
  return {
    on: (...elements: readonly (readonly [part: ColumnName | SqlText | ExpressionPart, operator: string])[]) =>
      new Part<"exclusion">({ kind: "exclusion", elements: elements.map(([part, operator]) => ({ part, operator })), options: { ...rest, ...(where && { where: where.sql }) }, trace, ...named(name) }),
  };
}

/** `index("ix_job_created_at").on(t.createdAt.desc(), sql`lower(name)`)`. */
export function index(name?: string) {
  return indexFrom({}, traceCall(index), name);
}

export function uniqueIndex(name?: string) {
  return indexFrom({ unique: true }, traceCall(uniqueIndex), name);
}

/** An expression in an index with an order of its own: `expression(sql`lower(name)`, { order: "desc" })`. */
export function expression(text: SqlText, options: ExpressionPart["options"] = {}): ExpressionPart {
  return { expression: text, options };
}

function indexFrom(options: Omit<Index, "name" | "parts">, trace: Trace, name: string | undefined) {
  return { on: (...parts: readonly (ColumnName | SqlText | ExpressionPart)[]) => new IndexPartBuilder({ kind: "index", parts, options, trace, ...named(name) }) };
}

function nameOf(column: ColumnName): string {
  return typeof column === "string" ? column : column.column;
}

function named(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name };
}
