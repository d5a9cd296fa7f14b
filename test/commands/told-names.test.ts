import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectContext, revision, type CommandEvent } from "../../src/index.ts";

let folder: string;
const events: CommandEvent[] = [];
const project = (model: string) => projectContext({ folder, config: { models: [model], url: "postgres:///nowhere" }, onEvent: (event) => void events.push(event) });
const warnings = () => events.flatMap((event) => (event.kind === "warning" && event.code.startsWith("DIF-") ? [`${event.code} ${event.message}`] : []));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "graven-told-"));
  mkdirSync(join(folder, "migrations"));
  events.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a former name that fits nothing is told, and one whose rename is done is not", async () => {
  const write = (text: string) => writeFileSync(join(folder, "schema.sql"), text);
  write("-- @renamed from=before_all\nCREATE TABLE person (id int PRIMARY KEY);\nCREATE TYPE mood AS ENUM ('sad');\nCREATE VIEW v AS SELECT 1 AS a;");
  await revision(project("./schema.sql"), { autogenerate: true, message: "one", revisionId: "aaaaaaaaaaaa" });
  expect(warnings()).toEqual([]);
  write(`-- @renamed from=persons
    CREATE TABLE human (id int PRIMARY KEY);
    -- @renamed from=before_all
    CREATE TABLE person (id int PRIMARY KEY,
      -- @renamed from=nik
      nick text);
    -- @renamed from=by_nik
    CREATE INDEX by_nick ON person (nick);
    CREATE TYPE mood AS ENUM ('sad',
      -- @renamed from=hapy
      'happy');
    CREATE VIEW v AS SELECT 1 AS a;
    -- @renamed from=w
    CREATE VIEW u AS SELECT 1 AS a;`);
  await revision(project("./schema.sql"), { autogenerate: true, message: "two", revisionId: "bbbbbbbbbbbb" });
  expect(warnings().sort()).toEqual(
    [
      'DIF-007 Column "person.nick" is said to have been "person.nik", which the last revision does not have: it is taken for new.',
      'DIF-007 Index "person.by_nick" is said to have been "person.by_nik", which the last revision does not have: it is taken for new.',
      'DIF-007 Label "mood.happy" is said to have been "mood.hapy", which the last revision does not have: it is taken for new.',
      'DIF-007 Object "view u" is said to have been "view w", which the last revision does not have: it is taken for new.',
      'DIF-007 Table "human" is said to have been "persons", which the last revision does not have: it is taken for new.',
    ].sort(),
  );
});

test("a new table of TypeScript with a dot in its name is told once, as a schema may be meant", async () => {
  writeFileSync(join(folder, "models.ts"), 'import { integer, table } from "graven/models";\nexport const role = table("app.role", { id: integer().primaryKey() });\n');
  await revision(project("./models.ts"), { autogenerate: true, message: "one", revisionId: "aaaaaaaaaaaa" });
  await revision(project("./models.ts"), { autogenerate: true, message: "two", revisionId: "bbbbbbbbbbbb" });
  expect(events.filter(({ kind }) => kind === "warning")).toMatchObject([{ code: "DIF-008", message: 'Table "app.role" has a dot in its name: it stands in the default schema.', hint: 'If the schema is meant, write table("role", …, { schema: "app" }).' }]);
});
