import { afterAll, describe, expect, test } from "vitest";
import { expandContract } from "../../src/commands/expand-contract.ts";
import type { Dialect } from "../../src/dialects/dialect.ts";
import { loadDialect, type DialectName } from "../../src/dialects/index.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { onlineOperations } from "../../src/diff/online.ts";
import { applyOperations, describeOperation, invertOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import { check, foreignKey, index, primaryKey, sql, unique, uniqueIndex, varchar } from "../../src/runtime/revision.ts";
import { canonical, sameSchema } from "../../src/schema/same.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";
import { databaseKinds, emptied, openDatabase, unavailable, type DatabaseKind, type TestDatabase } from "../support/databases.ts";
import { before, forms, operationsIn } from "../support/expand-contract-forms.ts";
import { jsonOf, writerOfRevisions } from "../support/record-written.ts";
import { runPlan } from "../support/run-plan.ts";

// The five laws for what is written in another form than the plain one: beside readers and writers, or over two revisions.

const recordWritten = writerOfRevisions();
const dialects: Record<DatabaseKind, DialectName> = { sqlite: "sqlite", pglite: "postgres", postgres: "postgres", mariadb: "mariadb" };

/** One revision of a form, with its way back. */
interface Stage {
  readonly up: readonly Operation[];
  readonly down: readonly Operation[];
}

interface Form {
  readonly name: string;
  readonly start: Schema;
  readonly plain: readonly Operation[];
  readonly stages: (dialect: Dialect) => Promise<readonly Stage[]>;
  readonly skip?: Partial<Record<DialectName, string>>;
  /** Databases that have no such form, and say so. */
  readonly refused?: readonly DialectName[];
}

/** The tables of the shop, with a table that has no key, and an index that changes. */
const start = applyOperations(before, operationsIn((op) => {
  op.alterColumn("post", "note", { type: varchar(200) });
  op.createIndex("post", index("ix_post_note").on("note"));
  op.createTable("line", { number: varchar(20).notNull(), text: varchar(40) });
}));

const online: readonly (readonly [name: string, plain: readonly Operation[]])[] = [
  ["an index", operationsIn((op) => op.createIndex("post", index("ix_post_state").on("state", "views")))],
  ["an index that goes", operationsIn((op) => op.dropIndex("post", "ix_post_note"))],
  ["an index that changes", operationsIn((op) => (op.dropIndex("post", "ix_post_note"), op.createIndex("post", index("ix_post_note").on("note", "state"))))],
  ["a unique index", operationsIn((op) => op.createIndex("post", uniqueIndex("ux_post_title").on("title", "slug")))],
  ["a unique constraint", operationsIn((op) => op.createUnique("post", unique("post_title_key").on("title", "slug")))],
  ["a primary key", operationsIn((op) => op.createPrimaryKey("line", primaryKey("line_pkey").on("number")))],
  ["a foreign key", operationsIn((op) => op.createForeignKey("post", foreignKey("post_views_fkey").on("views").references("author", ["id"])))],
  ["a check", operationsIn((op) => op.createCheck("post", check("post_points_check", sql`points >= 0`)))],
  ["NOT NULL", operationsIn((op) => op.alterColumn("post", "slug", { nullable: false }))],
  ["a backfill before NOT NULL", operationsIn((op) => (op.backfill("post", { set: { note: sql`'none'` }, where: sql`note IS NULL` }), op.alterColumn("post", "note", { nullable: false })))],
];

const all: readonly Form[] = [
  ...online.map(([name, plain]): Form => ({
    name: `online: ${name}`,
    start,
    plain,
    stages: async () => {
      const up = onlineOperations(plain, start, true);
      return [{ up, down: invertOperations(up, start) }];
    },
    ...((name === "a foreign key" || name === "a check") && { refused: ["mariadb"] }),
  })),
  ...forms.map(({ name, plain, skip }): Form => ({
    name: `expand and contract: ${name}`,
    start: before,
    plain,
    stages: async (dialect) => {
      const { expand, contract, back } = await expandContract({ dialect } as never, plain, before);
      return [{ up: expand, down: invertOperations(expand, before) }, { up: contract, down: back }];
    },
    ...(skip && { skip }),
  })),
];

const rows = `INSERT INTO author (id, name) VALUES (1, 'Ann'), (2, 'Ben');
INSERT INTO post (id, author_id, title, slug, note, views, points) VALUES (1, 1, 'one', 'a', NULL, 1, 3), (2, 1, 'two', 'b', 'seen', 2, 0), (3, 2, 'two', 'c', NULL, NULL, 7);`;
const ofLine = "INSERT INTO line (number, text) VALUES ('1', 'x'), ('2', NULL)";

for (const kind of databaseKinds) {
  const missing = await unavailable(kind);
  const dialect = await loadDialect(dialects[kind]);
  const { transactionalDdl: transactional } = dialect.capabilities;

  describe(kind, () => {
    if (missing) {
      test.skip(`every form (skipped: ${missing})`);
      return;
    }
    let shared: TestDatabase | undefined;
    afterAll(() => shared?.close());
    const fresh = async () => {
      shared ??= await openDatabase(kind);
      await emptied(shared);
      return shared;
    };

    for (const form of all) {
      const reason = form.skip?.[dialect.name];
      if (reason) {
        test.skip(`${form.name} (skipped: ${reason})`);
        continue;
      }
      if (form.refused?.includes(dialect.name)) {
        test(`${form.name}: refused, as the server would copy the table`, async () => {
          const [{ up }] = (await form.stages(dialect)) as [Stage];
          expect(() => dialect.plan(up, form.start)).toThrow(expect.objectContaining({ code: "RUN-022", message: expect.stringMatching(/would copy the table/) }));
        });
        continue;
      }
      test(`${form.name}: undo, what is written, the difference, the database and the way back are those of the plain form`, async () => {
        const stages = await form.stages(dialect);
        const plain = applyOperations(form.start, form.plain);
        const schemas = [form.start];
        for (const { up, down } of stages) {
          const from = schemas.at(-1)!;
          schemas.push(applyOperations(from, up));
          expect(sameSchema(applyOperations(schemas.at(-1)!, down), from)).toBe(true);
          expect(await recordWritten(up, down, from)).toEqual({ upgrade: jsonOf(up), downgrade: jsonOf(down) });
        }
        expect(sameSchema(schemas.at(-1)!, plain)).toBe(true);
        expect(diffSchemas(schemas.at(-1)!, plain, { comparison: dialect }).map(describeOperation)).toEqual([]);

        const database = await fresh();
        const standing = async () => tables(await dialect.readCatalogue((query) => database.query(query) as never), dialect);
        await runPlan(database, dialect.plan(diffSchemas(emptySchema, form.start, { comparison: dialect }), emptySchema), { transactional });
        for (const sql of [...rows.split(";").filter((each) => each.trim()), ...(form.start === start ? [ofLine] : [])]) await database.query(sql);
        const held = await contents(database, form);
        for (const [at, { up }] of stages.entries()) {
          await runPlan(database, dialect.plan(up, schemas[at]!), { transactional });
          expect(await standing()).toEqual(tables(schemas[at + 1]!, dialect));
        }
        for (const [at, { down }] of [...stages.entries()].toReversed()) {
          await runPlan(database, dialect.plan(down, schemas[at + 1]!), { transactional });
          expect(await standing()).toEqual(tables(schemas[at]!, dialect));
        }
        expect(await contents(database, form)).toEqual(held);
      });
    }
  });
}

function tables(schema: Schema, dialect: Dialect): unknown {
  const physical = dialect.physical(schema);
  return { tables: Object.fromEntries(Object.keys(physical.tables).sort().map((key) => [key, canonical(physical.tables[key]!)])), objects: Object.keys(physical.objects).sort() };
}

/** Every row; what a backfill has filled in stays filled in. */
async function contents(database: TestDatabase, { plain }: Form): Promise<unknown> {
  const filled = plain.some(({ kind }) => kind === "backfill");
  const columns = ["id", "author_id", "title", "slug", "state", "views", "points", ...(filled ? [] : ["note"])];
  return [await database.query("SELECT id, name FROM author ORDER BY id"), await database.query(`SELECT ${columns.join(", ")} FROM post ORDER BY id`)];
}
