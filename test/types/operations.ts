import { sql as kyselySql } from "kysely";
import { enumeration, integer, sql, table, text, timestamp, varchar, type Operations } from "graven/revision";

const mood = enumeration("mood", ["sad", "ok"]);
const job = table("job", { id: integer().primaryKey().autoIncrement(), title: varchar(80).notNull(), doneAt: timestamp("done_at"), mood: mood().default("ok"), loud: text().generated(sql`upper(title)`) });
const person = table("person", { id: integer().primaryKey(), name: text("full_name").notNull() });

/** What compiles. */
export function upgrade(op: Operations) {
  op.bulkInsert(job, [{ title: "a" }, { id: 5, title: "b", doneAt: new Date(0), mood: null }]);

  const tag = op.createTable("tag", { id: integer().primaryKey().autoIncrement(), label: text("label_text").notNull() });
  op.bulkInsert(tag, [{ label: "new" }]);
  const stub = op.createTable(person);
  op.bulkInsert(stub, [{ id: 1, name: "ann" }]);

  op.execute(job, (db) => db.updateTable("job").set({ title: "x", done_at: null }).where("title", "=", "y"));
  op.execute([job, person], (db) => db.insertInto("person").columns(["id", "full_name"]).expression(db.selectFrom("job").select(["id", "title"])));
  op.execute({ job, person }, (db) => db.deleteFrom("person").where("full_name", "=", "ann"));
  op.execute(job, (db) => db.updateTable("job").set({ title: kyselySql`lower(title)` }));

  op.run(async (db) => {
    await db.selectFrom("job").selectAll().execute();
  });
}

/** What does not. It never runs. */
export function refused(op: Operations) {
  const tag = op.createTable("tag", { id: integer().primaryKey().autoIncrement(), label: text("label_text").notNull() });
  const stub = op.createTable(person);
  // @ts-expect-error `title` is missing
  op.bulkInsert(job, [{ doneAt: null }]);
  // @ts-expect-error no such column
  op.bulkInsert(job, [{ title: "a", colour: "red" }]);
  // @ts-expect-error a number is no text
  op.bulkInsert(job, [{ title: 1 }]);
  // @ts-expect-error a label that the enumeration does not have
  op.bulkInsert(job, [{ title: "a", mood: "happy" }]);
  // @ts-expect-error only the database writes a generated column
  op.bulkInsert(job, [{ title: "a", loud: "A" }]);
  // @ts-expect-error the column's name is no property
  op.bulkInsert(tag, [{ label_text: "new" }]);
  // @ts-expect-error `id` counts up by nothing
  op.bulkInsert(stub, [{ name: "ann" }]);
  // @ts-expect-error no such column
  op.execute(job, (db) => db.updateTable("job").set({ titel: "x" }));
  // @ts-expect-error the property's name is no column
  op.execute(job, (db) => db.updateTable("job").set({ doneAt: null }));
  // @ts-expect-error a table without a stub
  op.execute(job, (db) => db.deleteFrom("person"));
  // @ts-expect-error a number is no text
  op.execute(job, (db) => db.updateTable("job").set({ title: 1 }));
  // @ts-expect-error a generated column is never written
  op.execute([job], (db) => db.updateTable("job").set({ loud: "A" }));
  // @ts-expect-error no query at all
  op.execute(job, () => 5);
  // @ts-expect-error a column's change has no such property
  op.alterColumn("job", "title", { nulable: true });
  // @ts-expect-error a type is a builder
  op.alterColumn("job", "title", { type: "text" });
  // @ts-expect-error a column is a builder
  op.addColumn("job", "title", "text");
}

// Calls record: nothing is there to await.
export function downgrade(op: Operations): void {
  op.dropTable(job);
  op.dropTable("person");
}
