import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { review } from "../../src/commands/review.ts";
import { formatReview } from "../../src/commands/review-formats.ts";
import { upgrade } from "../../src/commands/run.ts";
import { openDatabase } from "../../src/drivers/index.ts";
import { unavailable } from "../support/databases.ts";
import { madeForEachTest } from "../support/made.ts";
import type { MadeProject, MadeRevision } from "../support/project.ts";

const made = madeForEachTest();

const imports = "table, integer, varchar, text, index, unique, foreignKey, sql, ";
const first: MadeRevision = {
  id: "a1",
  imports,
  upgrade: `op.createTable("users", { id: integer().primaryKey(), email: varchar(80), name: varchar(80), bio: text() });
  op.createTable("orders", { id: integer().primaryKey(), user_id: integer() });`,
  downgrade: 'op.dropTable("orders");\n  op.dropTable("users");',
};
const risky: MadeRevision = {
  id: "b2",
  imports,
  upgrade: `op.alterColumn("users", "name", { nullable: false });
  op.createUnique("users", unique("users_email_key").on("email"));
  op.createForeignKey("orders", foreignKey("orders_user_id_fkey").on("user_id").references("users", ["id"]));
  op.dropColumn("users", "bio");`,
  downgrade: `op.addColumn("users", "bio", text());
  op.dropConstraint("orders", "orders_user_id_fkey");
  op.dropConstraint("users", "users_email_key");
  op.alterColumn("users", "name", { nullable: true });`,
};
const small: MadeRevision = { id: "c3", imports, upgrade: 'op.addColumn("users", "age", integer());', downgrade: 'op.dropColumn("users", "age");' };

const reviewed = async (project: MadeProject, options: Parameters<typeof review>[1] = {}) => (await review(project.context(), options)).revisions.map(({ revision }) => revision);
const git = (project: MadeProject, ...args: string[]) => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], { cwd: project.folder, stdio: "pipe" });

describe("what is reviewed", () => {
  test("is the newest where git knows no main branch, one that is named, a range, or what a database lacks", async () => {
    const project = await made.project([first, risky, small]);
    expect(await reviewed(project)).toEqual(["c3"]);
    expect(await reviewed(project, { target: "b2" })).toEqual(["b2"]);
    expect(await reviewed(project, { target: "b2:head" })).toEqual(["b2", "c3"]);
    await upgrade(project.context(), { target: "a1" });
    expect(await reviewed(project, { pending: true })).toEqual(["b2", "c3"]);
  });

  test("is what the main branch has not, committed or not", async () => {
    const project = await made.project([first]);
    git(project, "init", "-q", "-b", "main");
    git(project, "add", ".");
    git(project, "commit", "-qm", "one");
    git(project, "update-ref", "refs/remotes/origin/main", "HEAD");
    expect(await reviewed(project)).toEqual([]);
    const two = await made.project([first, risky, small]);
    for (const id of ["b2", "c3"]) for (const path of [`migrations/${id}.ts`, `migrations/snapshots/${id}.json`]) project.write(path, readFileSync(join(two.folder, path), "utf8"));
    expect(await reviewed(project)).toEqual(["b2", "c3"]);
    git(project, "add", ".");
    git(project, "commit", "-qm", "two");
    expect(await reviewed(project)).toEqual(["b2", "c3"]);
    expect(await reviewed(project, { since: "HEAD" })).toEqual([]);
    await expect(review(project.context(), { since: "origin/none" })).rejects.toMatchObject({ code: "RVW-004", message: 'git does not know "origin/none" here.' });
  });

  test("may be a file of SQL, on the schema of the head, with its lines and its allowances", async () => {
    const project = await made.project([first]);
    project.write("change.sql", "ALTER TABLE users ADD COLUMN age integer;\n-- graven-allow drop-column: nobody reads it\nALTER TABLE users DROP COLUMN bio;\nDROP TABLE orders;\n");
    const { revisions, failed } = await review(project.context(), { target: "change.sql", dialect: "postgres" });
    const found = revisions[0]!.findings.filter(({ code }) => code.startsWith("drop-"));
    expect(found.map(({ code, place, allowed }) => [code, place?.line, allowed])).toEqual([["drop-column", 3, "nobody reads it"], ["drop-table", 4, undefined]]);
    expect(failed).toBe(true);
    expect(revisions[0]!.summary).toMatch(/There is no way back\.$/);
    expect(revisions[0]!.findings.some(({ code }) => code === "irreversible")).toBe(false);
    await expect(review(project.context(), { target: "none.sql" })).rejects.toMatchObject({ code: "RVW-005" });
  });

  test("is judged on each database that is asked for, and fails from the severity on that was said", async () => {
    const project = await made.project([first, risky]);
    const { revisions } = await review(project.context(), { dialect: "all" });
    expect(revisions[0]!.dialects).toEqual(["sqlite", "postgres", "mysql", "mariadb"]);
    const ofUnique = revisions[0]!.findings.filter(({ code }) => code === "set-not-null-scan");
    expect(ofUnique.map(({ dialects }) => dialects)).toEqual([["postgres"]]);
    expect((await review(project.context(), { target: "b2" })).failed).toBe(true);
    expect((await review(project.context(), { target: "b2", failOn: "never" })).failed).toBe(false);
    const calm = await made.project([first, small]);
    expect((await review(calm.context(), { failOn: "error" })).failed).toBe(false);
    await expect(review(project.context(), { dialect: "oracle" })).rejects.toMatchObject({ code: "RVW-002" });
  });
});

describe("bad input", () => {
  test("an empty range, a revision that nobody knows and a file that does not load are told", async () => {
    const project = await made.project([first, small]);
    await expect(review(project.context(), { target: "c3:a1" })).rejects.toMatchObject({ code: expect.stringMatching(/^(RVW-003|REV-)/) });
    await expect(review(project.context(), { target: "zz" })).rejects.toMatchObject({ code: expect.stringMatching(/^REV-/) });
    project.write("migrations/d4.ts", readFileSync(join(project.folder, "migrations/c3.ts"), "utf8").replaceAll('"c3"', '"d4"').replaceAll('"a1"', '"c3"').replace("integer()", "integer("));
    await expect(review(project.context(), { target: "d4" })).rejects.toMatchObject({ place: { file: join(project.folder, "migrations/d4.ts") } });
  });

  test("a rule, a severity and a target in the config that nobody knows are told, with the nearest", async () => {
    const of = async (config: string) => review((await made.project([first], config)).context());
    await expect(of('{ review: { rules: { "drop-colum": "warn" } } }')).rejects.toMatchObject({ code: "RVW-001", hint: expect.stringMatching(/Did you mean "drop-column"/) });
    await expect(of('{ review: { rules: { "drop-column": "loud" } } }')).rejects.toMatchObject({ code: "RVW-002" });
    await expect(of('{ review: { target: { postgre: "14" } } }')).rejects.toMatchObject({ code: "RVW-002", hint: expect.stringMatching(/postgres/) });
  });

  test("an allowance needs a reason and a rule that is known, and one that allows nothing is told", async () => {
    const allowing = (comment: string) => made.project([first, { ...small, upgrade: `${comment}\n  op.dropColumn("users", "bio");`, downgrade: 'op.addColumn("users", "bio", text());' }]);
    const codes = async (comment: string) => (await review((await allowing(comment)).context())).findings.map(({ code, allowed }) => (allowed === undefined ? code : `${code} (${allowed})`));
    expect(await codes("// graven-allow drop-column: moved to person")).toContain("drop-column (moved to person)");
    expect(await codes("// graven-allow drop-column")).toEqual(expect.arrayContaining(["drop-column", "allow-without-reason"]));
    expect(await codes("// graven-allow drop-colum: moved")).toEqual(expect.arrayContaining(["drop-column", "allow-unknown-rule"]));
    expect(await codes("// graven-allow drop-table, drop-column: moved")).toContain("unused-allow");
  });

  test("a database that cannot be reached leaves a note, and the review comes without it", async () => {
    const project = await made.project([first, risky], '{ url: "postgres://nobody@127.0.0.1:1/none" }');
    const { revisions, notes } = await review(project.context(), { target: "b2", database: true });
    expect(revisions[0]!.findings.length).toBeGreaterThan(3);
    expect(notes[0]).toMatch(/^The database was not asked: /);
  });
});

test("an upgrade refuses errors that nobody has allowed where the config says so, before its first statement", async () => {
  const project = await made.project([first, risky], "{ review: { refuseUpgrade: true } }");
  await expect(upgrade(project.context())).rejects.toMatchObject({ code: "RVW-006", message: expect.stringMatching(/^Revision "b2" has \d+ errors? that nobody has allowed/) });
  const connection = await openDatabase({ url: `sqlite:${join(project.folder, "dev.db")}` });
  made.afterwards(() => connection.close());
  expect(existsSync(join(project.folder, "dev.db")) && (await connection.hasTable("users"))).toBe(false);
});

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const missing = await unavailable(kind);
  describe.skipIf(missing !== undefined)(`what ${kind} itself says${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
    test("NULLs, doubled values and rows that point at nothing are counted, and what is not there settles a finding; nothing is written", async () => {
      const { project, connection } = await made.projectOn(kind, [first, risky]);
      await upgrade(project.context(), { target: "a1" });
      await connection.execute("INSERT INTO users (id, email, name) VALUES (1, 'a', NULL), (2, 'a', 'b'), (3, 'c', NULL)");
      await connection.execute("INSERT INTO orders (id, user_id) VALUES (1, 1), (2, 9)");
      const ask = async () => (await review(project.context(), { target: "b2", database: true })).findings;
      const seen = (findings: Awaited<ReturnType<typeof ask>>, code: string) => findings.filter((finding) => finding.code === code).map(({ severity, seen: text }) => [severity, text]);
      const found = await ask();
      expect(seen(found, "set-not-null-data")).toEqual([["error", expect.stringMatching(/^2 rows of "users" hold NULL in "name"\./)]]);
      expect(seen(found, "add-unique-data")).toEqual([["error", expect.stringMatching(/^1 value of email stands in several rows of "users"\./)]]);
      expect(seen(found, "drop-column")).toEqual([["info", expect.stringMatching(/^no row of "users" holds a value in "bio"\./)]]);
      expect(found.some(({ message, seen: text }) => /1 row of "orders" points at nothing in "users"/.test(`${message} ${text ?? ""}`))).toBe(true);
      await connection.execute("UPDATE users SET name = 'x', email = id");
      const mended = await ask();
      expect(seen(mended, "set-not-null-data")[0]![0]).toBe("info");
      expect(seen(mended, "add-unique-data")[0]![0]).toBe("info");
    });
  });
}

describe("formats", () => {
  const texts = async (format: Parameters<typeof formatReview>[2]) => {
    const project = await made.project([first, { ...risky, message: "names <b> & keys", upgrade: `// graven-allow drop-column: "moved" <to> person\n  ${risky.upgrade!.split("\n").at(-1)!.trim()}\n  ${risky.upgrade!.split("\n").slice(0, -1).join("\n")}` }]);
    const context = project.context();
    return formatReview(context, await review(context, { target: "b2", dialect: "postgres" }), format);
  };

  for (const [format, ending] of [["markdown", "md"], ["json", "json"], ["sarif", "sarif"], ["junit", "xml"]] as const) {
    test(`${format} is what stands in its golden file`, async () => {
      await expect(await texts(format)).toMatchFileSnapshot(join("expected", `review.${ending}`));
    });
  }

  test("the places of sarif are the lines and columns of the calls that its results are about", async () => {
    const project = await made.project([first, risky]);
    const context = project.context();
    const log = JSON.parse(await formatReview(context, await review(context, { target: "b2", dialect: "all" }), "sarif")) as { runs: { results: { ruleId: string; locations: { physicalLocation: { region: { startLine: number; startColumn?: number } } }[] }[] }[] };
    const lines = readFileSync(join(project.folder, "migrations/b2.ts"), "utf8").split("\n");
    const calls: Record<string, string> = { "drop-column": "dropColumn", "set-not-null-data": "alterColumn", "set-not-null-scan": "alterColumn", "add-unique-data": "createUnique", "add-unique-constraint": "createUnique", "add-fk-validating": "createForeignKey" };
    const found = new Set<string>();
    for (const { ruleId, locations } of log.runs[0]!.results) {
      const { startLine, startColumn = 1 } = locations[0]!.physicalLocation.region;
      const call = calls[ruleId];
      if (call === undefined) continue;
      found.add(ruleId);
      expect({ ruleId, text: lines[startLine - 1]!.slice(startColumn - 1) }).toEqual({ ruleId, text: expect.stringMatching(new RegExp(`^(op\\.)?${call}\\(`)) });
    }
    expect([...found].toSorted()).toEqual(Object.keys(calls).toSorted());
  });

  test("sarif holds what its schema requires, each result a rule and a place", async () => {
    const log = JSON.parse(await texts("sarif")) as { version: string; runs: { tool: { driver: { name: string; rules: { id: string; shortDescription: { text: string } }[] } }; results: { ruleId: string; ruleIndex: number; level: string; message: { text: string }; locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[]; suppressions?: { kind: string; justification: string }[] }[] }[] };
    expect(log.version).toBe("2.1.0");
    const [{ tool, results }] = log.runs as [(typeof log.runs)[number]];
    expect(tool.driver.name).toBe("graven");
    expect(results.length).toBeGreaterThan(3);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
      expect(["error", "warning", "note"]).toContain(level);
      expect(message.text).not.toBe("");
      expect(locations[0]!.physicalLocation.artifactLocation.uri).toBe("migrations/b2.ts");
      expect(locations[0]!.physicalLocation.region.startLine).toBeGreaterThan(0);
    }
    expect(results.find(({ ruleId }) => ruleId === "drop-column")!.suppressions).toEqual([{ kind: "inSource", justification: '"moved" <to> person' }]);
  });

  test("junit is well formed, fails by what is open and skips what is allowed", async () => {
    const xml = await texts("junit");
    const open: string[] = [];
    for (const [tag, closes, name, empty] of xml.replace(/^<\?xml[^>]*\?>/, "").matchAll(/<(\/?)([a-z-]+)(?:\s+[a-z]+="[^"<]*")*\s*(\/?)>/g)) {
      if (closes) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name!);
      expect(tag).not.toBe("");
    }
    expect(open).toEqual([]);
    const text = xml.replace(/<\?xml[^>]*\?>|<\/?[a-z-]+(?:\s+[a-z]+="[^"<]*")*\s*\/?>/g, "");
    expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|#10;)/);
    expect(xml).toContain('<skipped message="&quot;moved&quot; &lt;to&gt; person"/>');
    const counts = /tests="(\d+)" failures="(\d+)" skipped="(\d+)"/.exec(xml)!.slice(1).map(Number);
    expect(counts).toEqual([xml.match(/<testcase /g)!.length, xml.match(/<failure /g)!.length, xml.match(/<skipped /g)!.length]);
  });

  test("markdown folds the SQL away and takes no word of a project for its own", async () => {
    const markdown = await texts("markdown");
    expect(markdown).toContain("### names &lt;b&gt; &amp; keys `b2`");
    expect(markdown.match(/<details>/g)!.length).toBe(markdown.match(/<\/details>/g)!.length);
    expect(markdown).toContain("<details><summary>Operations and SQL</summary>");
    expect(markdown).toContain('ALTER TABLE "users" DROP COLUMN "bio";');
    expect(markdown).toContain("<details><summary>1 finding allowed</summary>");
  });

  test("json is everything as data, with short paths", async () => {
    const { revisions, notes } = JSON.parse(await texts("json")) as { revisions: { revision: string; file: string; operations: { steps: Record<string, { sql: string; effects: { locks: unknown[] } }[]> }[]; findings: { code: string }[] }[]; notes: string[] };
    expect(notes).toEqual([]);
    expect(revisions.map(({ revision, file }) => [revision, file])).toEqual([["b2", "migrations/b2.ts"]]);
    expect(revisions[0]!.operations).toHaveLength(4);
    expect(revisions[0]!.operations[0]!.steps["postgres"]![0]!.effects.locks).toEqual([{ table: "users", mode: "ACCESS EXCLUSIVE", blocks: "reads and writes" }]);
  });
});
