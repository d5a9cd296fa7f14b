import { expect, test } from "vitest";
import { loadDialect } from "../../../src/dialects/index.ts";
import { openDatabase, unavailable } from "../../support/databases.ts";

for (const kind of ["postgres", "pglite"] as const) {
  const reason = await unavailable(kind);
  test.skipIf(reason !== undefined)(`${kind}: a table that was never written to holds no rows; partitioned tables and parents of heirs may${reason === undefined ? "" : ` (skipped: ${reason})`}`, async () => {
    const dialect = await loadDialect("postgres");
    const database = await openDatabase(kind);
    try {
      for (const sql of [
        "CREATE SCHEMA shop",
        'CREATE TABLE "Empty" (id integer)',
        "CREATE TABLE shop.item (id integer)",
        "CREATE TABLE split (id integer) PARTITION BY RANGE (id)",
        "CREATE TABLE split_one PARTITION OF split FOR VALUES FROM (0) TO (10)",
        "CREATE TABLE parent (id integer)",
        "CREATE TABLE heir () INHERITS (parent)",
        "INSERT INTO shop.item VALUES (1)",
        "INSERT INTO split VALUES (1)",
        "INSERT INTO heir VALUES (1)",
      ])
        await database.query(sql);
      const keys = ["Empty", "shop.item", "split", "split_one", "parent", "heir"];
      const found = await database.query<{ at: number }>(dialect.mayHoldRowsSql!(keys));
      expect(found.map(({ at }) => keys[at]).sort()).toEqual(["heir", "parent", "shop.item", "split", "split_one"]);
    } finally {
      await database.close();
    }
  });
}
