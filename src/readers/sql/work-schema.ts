import type { Place } from "../../base/errors.ts";
import { identifiersIn } from "../../base/sql-tokens.ts";
import { didYouMean } from "../../base/text.ts";
import type { Dialect } from "../../dialects/dialect.ts";
import { withoutAbsent } from "../../schema/edit.ts";
import { keyOf, splitKey } from "../../schema/key.ts";
import type { NameRequest } from "../../schema/names.ts";
import { objectKey, splitObjectKey } from "../../schema/object-key.ts";
import type { DatabaseObject, DatabaseObjectKind, TableFacts } from "../../schema/types.ts";
import { SqlFault } from "./cursor.ts";
import type { WorkGrant } from "./fold-privileges.ts";
import type { ColumnFact, Name, PartFact } from "./facts.ts";

/** Where something was written; the place is counted out only when it is asked for. */
export interface SqlTrace {
  readonly place: Place;
}

export type WorkColumn = ColumnFact & { readonly trace: SqlTrace };
export type WorkPart = PartFact & { readonly trace: SqlTrace };

/** A table while statements are folded into it. */
export interface WorkTable {
  /** What was said of row security so far. */
  rowSecurity?: { readonly enabled?: boolean; readonly forced?: boolean };
  name: string;
  schema: string | undefined;
  columns: WorkColumn[];
  parts: WorkPart[];
  comment: string | undefined;
  facts: TableFacts | undefined;
  renamedFrom: string | undefined;
  readonly trace: SqlTrace;
}

export interface WorkEnum {
  name: string;
  schema: string | undefined;
  labels: string[];
  renamedFrom: string | undefined;
  renamedLabels: Record<string, string>;
  readonly trace: SqlTrace;
}

export interface WorkObject {
  object: DatabaseObject;
  readonly trace: SqlTrace;
  renamedFrom: string | undefined;
}

/** What the statements of all files come to, in their order. */
export class WorkSchema {
  readonly dialect: Dialect;
  readonly tables = new Map<string, WorkTable>();
  readonly enums = new Map<string, WorkEnum>();
  readonly namespaces = new Map<string, SqlTrace>();
  /** By `objectKey`. */
  readonly objects = new Map<string, WorkObject>();
  /** Tables of a session, which are no part of a schema. */
  readonly temporary = new Set<string>();
  /** Indexes of partitions that belong to one of the partitioned table, by their keys. */
  readonly attachedIndexes = new Set<string>();
  /** The schema that bare names stand in, when `search_path` says another than the default. */
  searchPath: string | null = null;

  readonly grants: WorkGrant[] = [];
  /** Whether GRANT and REVOKE are read. */
  readonly privileges: boolean;

  constructor(dialect: Dialect, privileges = false) {
    this.dialect = dialect;
    this.privileges = privileges;
  }

  /** Name and schema as the model holds them: the default schema is none. */
  located({ name, schema }: { readonly name: string; readonly schema?: string | undefined }): { name: string; schema?: string } {
    const { defaultSchema } = this.dialect.syntax;
    // Elsewhere what stands before a name is the database, and which one it is the URL says.
    if (defaultSchema === undefined) return { name };
    const own = schema ?? this.searchPath ?? undefined;
    return own === undefined || own === defaultSchema ? { name } : { name, schema: own };
  }

  keyFor(name: { readonly name: string; readonly schema?: string | undefined }): string {
    return keyOf(this.located(name));
  }

  /** The key under which a name is found: in its schema, or in the default one; in any case where the database takes any. */
  find<T>(map: ReadonlyMap<string, T>, name: { readonly name: string; readonly schema?: string | undefined }): string | undefined {
    const key = this.keyFor(name);
    if (map.has(key)) return key;
    const bare = keyOf({ name: name.name });
    if (name.schema === undefined && map.has(bare)) return bare;
    if (this.dialect.syntax.foldsNames) return undefined;
    const lower = key.toLowerCase();
    return [...map.keys()].find((each) => each.toLowerCase() === lower);
  }

  /** The table of a name. Throws for one that is not there, with the nearest. */
  table(name: Name): WorkTable {
    const key = this.find(this.tables, name);
    if (key === undefined) throw this.missing("table", name, [...this.tables.keys()]);
    return this.tables.get(key)!;
  }

  /** A column of a table, its own or one that it has of those above it. */
  column(table: WorkTable, name: string, at: number): WorkColumn {
    const found = this.ownColumn(table, name) ?? this.inherited(table).find((column) => this.same(column.name, name));
    if (!found) throw new SqlFault(`the table "${table.name}" has no column "${name}" here`, at, { hint: didYouMean(name, [...table.columns, ...this.inherited(table)].map((each) => each.name)) });
    return found;
  }

  ownColumn(table: WorkTable, name: string): WorkColumn | undefined {
    return table.columns.find((column) => this.same(column.name, name));
  }

  /** What a table has of those that it inherits from, or is a part of; identities and comments stay there. */
  inherited({ facts }: WorkTable): readonly WorkColumn[] {
    const above = [...(facts?.inherits ?? []), ...(facts?.partitionOf ? [facts.partitionOf.table] : [])].flatMap((key) => this.tables.get(key) ?? []);
    return above.flatMap((parent) => {
      const given = this.inherited(parent).filter(({ name }) => !this.ownColumn(parent, name));
      return [...given, ...parent.columns].map((column) => withoutAbsent<WorkColumn>({ ...column, identity: undefined, comment: undefined }));
    });
  }

  /** Gives the parts without a name those that the database has made by now: they stay through renames. */
  settleNames(table: WorkTable): void {
    if (table.parts.every(({ name }) => name !== undefined)) return;
    const taken = new Set(table.parts.map((part) => part.name));
    table.parts = table.parts.map((part) => {
      if (part.name !== undefined) return part;
      const name = this.dialect.naming.names(nameRequest(table, part), (each) => taken.has(each));
      taken.add(name);
      return { ...part, name };
    });
  }

  /** Whether two names mean one thing within a table. */
  same(a: string, b: string): boolean {
    return a === b || (!this.dialect.syntax.foldsNames && a.toLowerCase() === b.toLowerCase());
  }

  /** The keys of objects of one of the kinds and of a name. */
  objectsNamed(kinds: readonly DatabaseObjectKind[], name: Name): string[] {
    const { name: own, schema } = this.located(name);
    const matches = ({ object }: WorkObject): boolean => {
      if (!kinds.includes(object.kind) || !this.same(object.name, own)) return false;
      if (name.table) return "table" in object && object.table === this.keyFor(name.table);
      if (name.signature !== undefined && "parameters" in object) return splitObjectKey(objectKey(object)).identity.endsWith(`(${name.signature})`);
      const stands = "schema" in object ? object.schema : undefined;
      return "table" in object || stands === schema || (name.schema === undefined && stands === undefined);
    };
    return [...this.objects].flatMap(([key, each]) => (matches(each) ? [key] : []));
  }

  missing(noun: string, { name, schema, at }: Name, known: readonly string[]): SqlFault {
    const full = schema === undefined ? name : `${schema}.${name}`;
    return new SqlFault(`there is no ${noun} "${full}" at this place of the file`, at, { hint: didYouMean(this.keyFor({ name, schema }), known) ?? "What a file names must be created above it, in this file or in one before it." });
  }

  rekey(from: string, table: WorkTable): string {
    const to = keyOf({ name: table.name, schema: table.schema });
    const entries = [...this.tables];
    this.tables.clear();
    for (const [key, each] of entries) this.tables.set(key === from ? to : key, each);
    return to;
  }

  /** The bare name behind a key. */
  nameIn(key: string): string {
    return splitKey(key).name;
  }
}

/** What the database makes the name of a part from. */
function nameRequest(table: WorkTable, part: WorkPart): NameRequest {
  const columns = "columns" in part ? part.columns : part.kind === "check" ? [part.column ?? onlyColumn(table, part.sql) ?? []].flat() : (part.kind === "index" ? part.parts : part.elements).map((each) => ("column" in each ? each.column : "expr"));
  return { kind: part.kind, table: table.name, columns };
}

/** PostgreSQL names a check after the one column that it uses. */
export function onlyColumn(table: WorkTable, sql: string): string | undefined {
  const used = identifiersIn(sql);
  const columns = table.columns.filter(({ name }) => used.has(name));
  return columns.length === 1 ? columns[0]!.name : undefined;
}
