import { foreignKeysAround } from "../../dialects/ansi/schema-lookup.ts";
import { defineRule, lite } from "../rule.ts";

export const sqliteRebuildWithFksOn = defineRule({
  code: "sqlite-rebuild-with-fks-on",
  severity: "error",
  dialects: ["sqlite"],
  title: "A table is rebuilt by hand while foreign keys act",
  why: "DROP TABLE deletes the rows first, so ON DELETE acts on every table that points there; `PRAGMA foreign_keys = OFF` has to come first, and what points nowhere has to be looked for afterwards. Use the operations of `op`: they turn foreign keys off before the transaction, and check them before its end.",
  manual: { sqlite: lite("lang_altertable.html#otheralter") },
  bad: ['op.execute("CREATE TABLE users_new (id integer PRIMARY KEY, email text); INSERT INTO users_new SELECT id, email FROM users; DROP TABLE users; ALTER TABLE users_new RENAME TO users");'],
  good: [
    'op.alterColumn("users", "name", { type: varchar(200) });',
    'op.execute("PRAGMA foreign_keys = OFF; CREATE TABLE users_new (id integer PRIMARY KEY, email text); INSERT INTO users_new SELECT id, email FROM users; DROP TABLE users; ALTER TABLE users_new RENAME TO users; PRAGMA foreign_keys = ON");',
  ],
  statement: {
    dropTable: ({ tables }, { before, setup, steps, step, isSql, transaction }) => {
      const earlier = [...setup, ...steps.slice(0, steps.indexOf(step)).map(({ sql }) => sql)];
      if (!isSql || !transaction || turnedOff(earlier)) return undefined;
      return tables.flatMap((table) => {
        const keys = foreignKeysAround(before, table).filter(({ owner, foreignKey }) => owner !== table && foreignKey.references.table === table);
        return keys.length ? [{ table, message: `Dropping "${table}" acts on the rows of ${[...new Set(keys.map(({ owner }) => `"${owner}"`))].join(", ")}, as foreign keys are on.`, safer: `op.alterColumn(${JSON.stringify(table)}, "column", { … }); // graven rebuilds the table safely` }] : [];
      });
    },
  },
});

/** Whether the last word on foreign keys was that they are off. */
function turnedOff(texts: readonly string[]): boolean {
  const said = texts.flatMap((sql) => /^\s*pragma\s+foreign_keys\s*=\s*(\w+)/i.exec(sql)?.[1] ?? []).at(-1);
  return said !== undefined && /^(?:off|0|false|no)$/i.test(said);
}
