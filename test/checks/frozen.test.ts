import { describe, expect, test } from "vitest";
import { checkFrozen, isPlainlyFrozen } from "../../src/checks/frozen.ts";
import { sourceFacts } from "../../src/codegen/source-facts.ts";

const options = { revisionImports: ["fixed-slugs", "@acme/frozen"], isFixture: (specifier: string) => specifier.startsWith("../fixtures/") };
const found = async (text: string) => checkFrozen(await sourceFacts(text, "revision.ts"), options).map(({ code, line, message }) => `${line} ${code} ${message}`);
const inUpgrade = (body: string) => `import { integer, table, type Operations } from "graven/revision";\n\nexport function upgrade(op: Operations) {\n  ${body}\n}\n`;

describe("a revision that is not frozen is told with its line", () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ["application code", `import { job } from "../src/models.ts";\n`, [`1 FRZ-001 It imports "../src/models.ts", which may be another on the day it runs.`]],
    ["a package", `\nimport slugify from "slugify";\n`, [`2 FRZ-001 It imports "slugify", which may be another on the day it runs.`]],
    ["a package whose name only begins like an allowed one", `import x from "fixed-slugs-more";\n`, [`1 FRZ-001 It imports "fixed-slugs-more", which may be another on the day it runs.`]],
    ["something that is passed on", `export { job } from "../src/models.ts";\n`, [`1 FRZ-001 It imports "../src/models.ts", which may be another on the day it runs.`]],
    ["an import while it runs", inUpgrade(`op.run(async () => { await import("../src/" + name); });`), ["4 FRZ-001 It imports a module whose name is not a plain text, which may be another on the day it runs."]],
    ["a required module", `const { job } = require("../src/models");\n`, [`1 FRZ-001 It imports "../src/models", which may be another on the day it runs.`]],
    ["a side effect", `import "dotenv/config";\n`, [`1 FRZ-001 It imports "dotenv/config", which may be another on the day it runs.`]],
    ["a value among types", `import { type Row, rows } from "../src/rows.ts";\n`, [`1 FRZ-001 It imports "../src/rows.ts", which may be another on the day it runs.`]],
    ["the present time", inUpgrade("op.bulkInsert(job, [{ at: new Date() }]);"), ["4 FRZ-002 It reads the clock: `new Date()`."]],
    ["the clock as a number", "const now = Date.now();\n", ["1 FRZ-002 It reads the clock: `Date.now()`."]],
    ["the clock as text", "const now = Date();\n", ["1 FRZ-002 It reads the clock: `Date()`."]],
    ["the clock under globalThis", 'const now = globalThis["Date"].now();\n', ['1 FRZ-002 It reads the clock: `globalThis["Date"].now()`.']],
    ["a timer of the process", "const start = performance.now();\n", ["1 FRZ-002 It reads the clock: `performance.now()`."]],
    ["a random number", inUpgrade("op.bulkInsert(job, [{ n: Math.random() }]);"), ["4 FRZ-003 It reads randomness: `Math.random()`."]],
    ["a random id of the globals", "const id = crypto.randomUUID();\n", ["1 FRZ-003 It reads randomness: `crypto.randomUUID()`."]],
    ["a random id that is imported", `import { randomUUID as id } from "node:crypto";\nconst one = id();\n`, [`1 FRZ-001 It imports "node:crypto", which may be another on the day it runs.`, "2 FRZ-003 It reads randomness: `id()`."]],
    ["randomness that is unpacked", "const { random } = Math;\n", ["1 FRZ-003 It reads randomness: `random`."]],
    ["randomness that is passed on", "const values = [1, 2].map(Math.random);\n", ["1 FRZ-003 It reads randomness: `Math.random`."]],
    ["the environment", 'if (process.env["TENANT"] === "a") { }\n', ["1 FRZ-004 It reads the environment: `process.env[\"TENANT\"]`."]],
    ["the environment, unpacked", "const { env } = process;\n", ["1 FRZ-004 It reads the environment: `env`."]],
    ["the machine's time zone", "const day = new Date(2024, 0, 31);\n", ["1 FRZ-004 It reads the environment: `new Date(2024, 0, 31)`."]],
    ["the file's own place", "const here = import.meta.url;\n", ["1 FRZ-004 It reads the environment: `import.meta.url`."]],
    ["the network", inUpgrade("op.run(async () => { await fetch(url); });"), ["4 FRZ-005 It reads the network: `fetch(url)`."]],
    ["a fixture", `import fixture from "../fixtures/demo.ts";\n`, [`1 FRZ-006 It imports the fixture "../fixtures/demo.ts": made-up rows stay out of revisions.`]],
    ["the builder of fixtures", `import { fixture } from "graven/fixture";\n`, [`1 FRZ-006 It imports the fixture "graven/fixture": made-up rows stay out of revisions.`]],
    ["several at once, in their order", "const a = Math.random();\nimport x from \"x\";\nconst b = new Date();\n", ["1 FRZ-003 It reads randomness: `Math.random()`.", `2 FRZ-001 It imports "x", which may be another on the day it runs.`, "3 FRZ-002 It reads the clock: `new Date()`."]],
  ];
  test.each(cases)("%s", async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
    expect(isPlainlyFrozen(text)).toBe(false);
  });
});

describe("what is the same every day is let through", () => {
  const cases: readonly (readonly [name: string, text: string])[] = [
    ["types of the application", `import type { Job } from "../src/models.ts";\nimport { type Row } from "../src/rows.ts";\n`],
    ["packages of revisionImports, and paths in them", `import a from "fixed-slugs";\nimport b from "@acme/frozen/words";\n`],
    ["a moment as a literal", inUpgrade(`op.bulkInsert(job, [{ at: new Date("2024-01-31T00:00:00Z"), on: new Date(0) }]);`)],
    ["the clock of the database", inUpgrade("op.addColumn(job, \"at\", timestamp().default(sql`now()`));")],
    ["arithmetic", "const n = Math.max(1, 2) + Math.floor(Date.UTC(2024, 0, 1) / 1000);\n"],
    ["names and properties that only look alike", 'const fetch = (id: number) => id;\nconst process = { env: 1 };\nconst row = { random: 1, Date: 2, fetch: fetch(process.env), name: other.Math.random() };\n'],
    ["words within texts", 'const text = "import x from y; Math.random(); process.env";\n'],
    ["a type of that name", "let when: Date; type Clock = typeof Date.now;\n"],
    ["time and ids of the rows that op.run works on", inUpgrade("op.run(async (db) => { await db.updateTable('job').set({ id: crypto.randomUUID(), at: new Date() }).execute(); });")],
  ];
  test.each(cases)("%s", async (_, text) => expect(await found(text)).toEqual([]));
});

test("a revision of the usual form is known to be frozen without a parser", () => {
  expect(isPlainlyFrozen(inUpgrade('op.createTable(job);\n  op.execute("UPDATE job SET a = 1");'))).toBe(true);
});
