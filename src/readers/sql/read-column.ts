import type { ColumnFacts, Identity } from "../../schema/types.ts";
import { renamedHere } from "./annotations.ts";
import { SqlFault, type Cursor } from "./cursor.ts";
import type { ColumnFact, ColumnPlace, PartFact } from "./facts.ts";
import { readCheck, readDeferrable, readIndexTail, readReference, takeConflict } from "./read-constraint.ts";
import { readBracketed, readDefault } from "./read-expression.ts";
import { collationName, readNullsNotDistinct } from "./read-index.ts";
import { isColumnWord, readType } from "./read-type.ts";
import { requireFeature } from "./features.ts";
import { takeVersioning } from "./read-versioning.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface ReadColumn {
  readonly column: ColumnFact;
  readonly place?: ColumnPlace;
}

/** Reads a column with all that stands on it. */
export function readColumn(cursor: Cursor): ReadColumn {
  const at = cursor.offset;
  const renamed = renamedHere(cursor);
  const name = cursor.name("a column's name");
  const parts: PartFact[] = [];
  const facts: Mutable<ColumnFacts> = {};
  const column: Mutable<ColumnFact> = { at, name, parts, ...renamed };
  // Of a partition's column: two words that change nothing.
  cursor.take("WITH", "OPTIONS");
  const first = cursor.peek();
  // SQLite lets a column have no type; a column of a partition has its table's.
  if (first && first.value !== "," && !(first.kind === "word" && isColumnWord(first.value) && !cursor.isSymbol("(", 1))) column.type = readType(cursor);
  else if (cursor.syntax.features.has("autoincrement")) column.type = "";
  const place = readColumnConstraints(cursor, column, parts, facts);
  // A collation is of one character set, which need not be said.
  if (facts.charset !== undefined && column.collation?.toLowerCase().startsWith(`${facts.charset.toLowerCase()}_`)) delete facts.charset;
  if (Object.keys(facts).length) column.facts = facts;
  if (column.type !== undefined && cursor.syntax.features.has("enumTypes")) applySerial(column);
  return { column, ...(place !== undefined && { place }) };
}

const serials: Readonly<Record<string, string>> = { serial: "integer", serial4: "integer", bigserial: "bigint", serial8: "bigint", smallserial: "smallint", serial2: "smallint" };

/** `serial` is an integer, NOT NULL, that counts by a sequence of its own: the fold makes the sequence. */
function applySerial(column: Mutable<ColumnFact>): void {
  const type = column.type!.toLowerCase();
  if (!Object.hasOwn(serials, type)) return;
  column.type = serials[type]!;
  column.notNull = true;
  column.serial = true;
}

/** The type of a `serial`, as the table keeps it. */
function readColumnConstraints(cursor: Cursor, column: Mutable<ColumnFact>, parts: PartFact[], facts: Mutable<ColumnFacts>): ColumnPlace | undefined {
  const own = [column.name];
  let place: ColumnPlace | undefined;
  let name: string | undefined;
  const named = () => {
    const given = name === undefined ? {} : { name };
    name = undefined;
    return given;
  };
  while (!cursor.isAtEnd && !cursor.isSymbol(",")) {
    const at = cursor.offset;
    if (cursor.take("CONSTRAINT")) name = cursor.name("the constraint's name");
    else if (cursor.take("NOT", "NULL")) {
      column.notNull = true;
      void named();
      takeConflict(cursor);
    } else if (cursor.take("NULL")) takeConflict(cursor);
    else if (cursor.take("DEFAULT")) {
      const value = readDefault(cursor);
      if (value) column.default = value;
      void named();
    } else if (cursor.take("PRIMARY", "KEY") || cursor.take("KEY")) {
      void (cursor.take("ASC") || cursor.take("DESC"));
      takeConflict(cursor);
      if (cursor.isWord("AUTOINCREMENT")) {
        requireFeature(cursor, "autoincrement");
        cursor.at++;
        column.autoIncrement = true;
      }
      readIndexTail(cursor);
      parts.push({ kind: "primaryKey", at, columns: own, ...named(), ...readDeferrable(cursor) });
    } else if (cursor.take("UNIQUE")) {
      cursor.take("KEY");
      const nulls = readNullsNotDistinct(cursor);
      readIndexTail(cursor);
      parts.push({ kind: "unique", at, columns: own, ...nulls, ...named(), ...readDeferrable(cursor) });
    } else if (cursor.take("CHECK")) parts.push({ ...readCheck(cursor, at), column: column.name, ...named() });
    else if (cursor.take("REFERENCES")) {
      const reference = readReference(cursor);
      // MySQL reads a foreign key on a column and makes none of it: what it says is not what the table has.
      if (!cursor.syntax.columnReferences) throw new SqlFault("MySQL makes no foreign key of REFERENCES on a column", at, { hint: `Write it as a constraint of the table: FOREIGN KEY (${column.name}) REFERENCES ${reference.table.name} (…)` });
      parts.push({ kind: "foreignKey", at, columns: own, ...named(), ...reference });
    } else if (cursor.isWord("GENERATED", "AS")) readGenerated(cursor, column, facts);
    else if (cursor.take("COLLATE")) column.collation = collationName(cursor);
    else if (cursor.isWord("AUTO_INCREMENT")) {
      requireFeature(cursor, "autoIncrement");
      cursor.at++;
      column.autoIncrement = true;
    } else if (cursor.isWord("COMMENT")) {
      requireFeature(cursor, "columnComments");
      cursor.at++;
      column.comment = cursor.string();
    } else if (cursor.looksAt("ON", "UPDATE")) {
      requireFeature(cursor, "onUpdate");
      cursor.at += 2;
      const from = cursor.at;
      cursor.at++;
      if (cursor.isSymbol("(")) cursor.skip();
      facts.onUpdate = cursor.textFrom(from);
    } else if (cursor.take("CHARACTER", "SET") || cursor.take("CHARSET")) facts.charset = cursor.name("the character set");
    else if (cursor.syntax.features.has("keyInTable") && cursor.takeOne("BINARY")) column.binary = true;
    else if (cursor.takeOne("INVISIBLE")) facts.invisible = true;
    else if (cursor.takeOne("VISIBLE")) continue;
    else if (cursor.take("SRID")) facts.srid = cursor.number();
    else if (takeVersioning(cursor, "WITHOUT")) facts.withoutSystemVersioning = true;
    else if (takeVersioning(cursor, "WITH")) column.versioned = true;
    else if (cursor.take("STORAGE")) facts.storage = cursor.name().toLowerCase();
    else if (cursor.take("COMPRESSION")) facts.compression = cursor.name().toLowerCase();
    else if (cursor.take("COLUMN_FORMAT")) cursor.next();
    else if (cursor.take("FIRST")) place = "first";
    else if (cursor.take("AFTER")) place = { after: cursor.name("a column") };
    else if (cursor.isWord("DEFERRABLE", "INITIALLY")) readDeferrable(cursor);
    else if (cursor.isWord("UNSIGNED", "ZEROFILL")) {
      requireFeature(cursor, "unsigned");
      throw cursor.fault("this is not understood on a column");
    } else throw cursor.fault(`this is not understood on the column "${column.name}"`);
  }
  return place;
}

function readGenerated(cursor: Cursor, column: Mutable<ColumnFact>, facts: Mutable<ColumnFacts>): void {
  let generation: Identity["generation"] = "always";
  if (cursor.take("GENERATED")) {
    if (cursor.take("BY", "DEFAULT")) {
      cursor.take("ON", "NULL");
      generation = "byDefault";
    } else cursor.expect("ALWAYS");
  }
  cursor.expect("AS");
  if (cursor.isWord("IDENTITY")) {
    requireFeature(cursor, "identity");
    cursor.at++;
    // It takes no NULL, whether that is said or not.
    column.notNull = true;
    column.identity = { generation, ...(cursor.isSymbol("(") && readIdentityOptions(cursor.brackets())) };
    return;
  }
  if (cursor.isWord("ROW")) {
    requireFeature(cursor, "systemVersioning");
    cursor.at++;
    facts.rowPeriod = cursor.takeOne("START", "END") === "END" ? "end" : "start";
    return;
  }
  const sql = readBracketed(cursor);
  const storage = cursor.takeOne("STORED", "VIRTUAL", "PERSISTENT");
  column.generated = { sql, storage: storage === undefined || storage === "VIRTUAL" ? "virtual" : "stored" };
}

/** The options of a sequence or an identity, to the end of the cursor. */
export function readIdentityOptions(cursor: Cursor): Partial<Identity> {
  const options: Mutable<Partial<Identity>> = {};
  while (!cursor.isAtEnd) {
    if (cursor.take("START")) {
      void (cursor.take("WITH") || cursor.takeSymbol("="));
      options.start = cursor.number();
    } else if (cursor.take("INCREMENT")) {
      void (cursor.take("BY") || cursor.takeSymbol("="));
      options.increment = cursor.number();
    } else if (cursor.take("MINVALUE")) {
      cursor.takeSymbol("=");
      options.minValue = cursor.number();
    } else if (cursor.take("MAXVALUE")) {
      cursor.takeSymbol("=");
      options.maxValue = cursor.number();
    } else if (cursor.take("CACHE")) {
      cursor.takeSymbol("=");
      options.cache = cursor.number();
    } else if (cursor.take("CYCLE")) options.cycle = true;
    else if (cursor.take("SEQUENCE", "NAME")) cursor.qualifiedName();
    else if (cursor.take("RESTART")) {
      cursor.take("WITH");
      if (cursor.peek()?.kind === "number") cursor.number();
    } else if (cursor.take("NO", "MINVALUE") || cursor.take("NO", "MAXVALUE") || cursor.take("NO", "CYCLE") || cursor.takeOne("NOMINVALUE", "NOMAXVALUE", "NOCYCLE", "NOCACHE") || cursor.takeSymbol(",")) continue;
    else throw cursor.fault("this option of a sequence is not understood");
  }
  return options;
}
