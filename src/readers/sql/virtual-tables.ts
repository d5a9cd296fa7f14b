import type { SqlSyntax } from "../../dialects/sql-syntax.ts";
import { lex } from "./lex.ts";
import type { SourceStatement } from "./split.ts";
import type { WorkSchema } from "./work-schema.ts";

/** `INSERT INTO sqlite_schema … VALUES ('table', 'pages', 'pages', 0, 'CREATE VIRTUAL TABLE …')` of a dump as the statement that it holds. */
export function withinSchemaRow(statement: SourceStatement, syntax: SqlSyntax): SourceStatement {
  if (!syntax.features.has("autoincrement") || !/^INSERT\s+INTO\s+sqlite_(?:schema|master)\b/i.test(statement.text)) return statement;
  const held = lex(statement.text, syntax).tokens.findLast(({ kind, value }) => kind === "string" && /^create\s/i.test(value));
  if (!held) return statement;
  const above = statement.text.slice(0, held.at + 1).split("\n");
  return { ...statement, text: held.value, line: statement.line + above.length - 1, column: above.at(-1)!.length + (above.length > 1 ? 1 : statement.column) };
}

/** The tables in which virtual ones keep their data: https://www.sqlite.org/vtab.html#xshadowname */
const shadows: Readonly<Record<string, readonly string[]>> = {
  fts5: ["data", "idx", "content", "docsize", "config"],
  fts4: ["content", "segments", "segdir", "docsize", "stat"],
  fts3: ["content", "segments", "segdir"],
  rtree: ["node", "rowid", "parent"],
  rtree_i32: ["node", "rowid", "parent"],
  geopoly: ["node", "rowid", "parent"],
};

/** Takes away the tables that come with virtual ones by themselves, and stand in dumps too. */
export function withoutShadows(work: WorkSchema): void {
  for (const { object } of work.objects.values()) {
    if (object.kind !== "raw" || object.noun !== "VIRTUAL TABLE") continue;
    const using = /\bUSING\s+"?(\w+)/i.exec(object.sql)?.[1]?.toLowerCase() ?? "";
    for (const suffix of Object.hasOwn(shadows, using) ? shadows[using]! : []) {
      const key = work.find(work.tables, { name: `${object.name}_${suffix}` });
      if (key !== undefined) work.tables.delete(key);
    }
  }
}
