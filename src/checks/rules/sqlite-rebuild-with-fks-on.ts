import { foreignKeysAround } from "../../dialects/ansi/schema-lookup.ts";
import { defineRule, lite } from "../rule.ts";

export const sqliteRebuildWithFksOn = defineRule({
  code: "sqlite-rebuild-with-fks-on",
  severity: "error",
  dialects: ["sqlite"],
  title: "A table is rebuilt by hand while foreign keys act",
  why: "DROP TABLE deletes the rows first, so ON DELETE acts on every table that points there; PRAGMA foreign_keys does nothing within a transaction. Use the operations of `op`: they turn foreign keys off before the transaction, and check them before its end.",
  manual: { sqlite: lite("lang_altertable.html#otheralter") },
  bad: ['op.execute("CREATE TABLE users_new (id integer PRIMARY KEY, email text); INSERT INTO users_new SELECT id, email FROM users; DROP TABLE users; ALTER TABLE users_new RENAME TO users");', 'op.execute("PRAGMA foreign_keys = OFF");'],
  good: ['op.alterColumn("users", "name", { type: varchar(200) });'],
  statement: {
    dropTable: ({ tables }, { before, setup, isSql, transaction }) => {
      if (!isSql || !transaction || setup.some((sql) => /foreign_keys\s*=\s*off/i.test(sql))) return undefined;
      return tables.flatMap((table) => {
        const keys = foreignKeysAround(before, table).filter(({ owner, foreignKey }) => owner !== table && foreignKey.references.table === table);
        return keys.length ? [{ table, message: `Dropping "${table}" acts on the rows of ${[...new Set(keys.map(({ owner }) => `"${owner}"`))].join(", ")}, as foreign keys are on.`, safer: `op.alterColumn(${JSON.stringify(table)}, "column", { … }); // graven rebuilds the table safely` }] : [];
      });
    },
    set: ({ name }, { transaction, isSql }) => (name === "foreign_keys" && transaction && isSql ? { message: "PRAGMA foreign_keys does nothing within a transaction." } : undefined),
  },
});
