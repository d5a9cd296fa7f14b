import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeReview } from "../../src/checks/formats/index.ts";
import { reviewRevision } from "../../src/checks/review.ts";
import { rules } from "../../src/checks/rules/index.ts";
import { loadDialect } from "../../src/dialects/index.ts";
import { loadReviewKnowledge } from "../../src/dialects/knowledge.ts";
import { record } from "../../src/runtime/recorder.ts";
import { missingBrowser, openBrowser } from "../support/browser.ts";
import { before, run } from "./examples.ts";

const missing = missingBrowser();
const wide = { width: 1200, height: 900 };
const narrow = { width: 390, height: 844 };

/** A revision with findings of each severity, rows, tables that come, change and go, and names that HTML would read as its own. */
const changes = `op.renameColumn("users", "name", "full_name");
op.dropColumn("users", "bio");
op.alterColumn("orders", "note", { type: text() });
op.alterColumn("users", "age", { nullable: false });
op.createIndex("orders", index("ix_orders_note").on("note"));
const role = op.createTable("role", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull().default("<b>&amp;</b>") });
op.bulkInsert(role, [{ name: "<script>alert(1)</script>" }, { name: "guest" }]);
op.dropTable("audit_log");`;

async function page(): Promise<string> {
  const on = await Promise.all((["postgres", "sqlite"] as const).map(async (name) => ({ dialect: await loadDialect(name), knowledge: await loadReviewKnowledge(name) })));
  const input = { operations: record((op) => run(op, changes)).map((each, at) => ({ ...each, place: { file: "migrations/b2_names.ts", line: at + 10, column: 3 } })), before, downgrade: [], hasDowngrade: true };
  const settings = { rules, severities: {}, on };
  const allowed = [{ codes: ["drop-table"], reason: "nobody reads it <yet>", line: 9, covers: "file" as const }];
  const first = reviewRevision({ ...input, revision: "b2", message: "names & roles", file: "migrations/b2_names.ts", allowances: allowed }, settings);
  const second = reviewRevision({ ...input, operations: input.operations.slice(0, 2), revision: "c3", message: "", file: "migrations/c3_.ts", allowances: [] }, settings);
  return writeReview("html", { revisions: [first, second], notes: ["The database was not asked: it is away."], rules, shorten: (path) => path });
}

describe.skipIf(missing !== undefined)(`the page of a review in a browser${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "graven-page-"));
  /** GRAVEN_SCREENSHOTS keeps the pictures, for people to look at. */
  const pictures = process.env["GRAVEN_SCREENSHOTS"] ?? folder;
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const file = join(folder, "review.html");
    writeFileSync(file, await page());
    url = pathToFileURL(file).href;
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const visit = async (options: BrowserContextOptions, work: (page: Page) => Promise<void>, hash = "") => {
    const context = await browser.newContext({ viewport: wide, ...options });
    try {
      const visited = await context.newPage();
      await visited.goto(url + hash);
      await work(visited);
    } finally {
      await context.close();
    }
  };
  const shown = (visited: Page) => visited.locator(".finding:visible").count();
  const groundOf = (visited: Page) => visited.evaluate<string>("getComputedStyle(document.body).backgroundColor");

  test("it asks for nothing but itself, and runs without a complaint", async () => {
    await visit({}, async (visited) => {
      const asked: string[] = [];
      const complaints: string[] = [];
      visited.on("request", (request) => asked.push(request.url()));
      visited.on("console", (message) => complaints.push(message.text()));
      visited.on("pageerror", (error) => complaints.push(String(error)));
      await visited.reload();
      expect(asked).toEqual([url]);
      expect(complaints).toEqual([]);
      // What is called <script> is shown and not run.
      await expect(visited.getByText("<script>alert(1)</script>", { exact: true }).count()).resolves.toBeGreaterThan(0);
    });
  });

  for (const [name, options] of [["light", {}], ["dark", { colorScheme: "dark" }], ["narrow", { viewport: narrow }]] as const) {
    test(`${name}: nothing that axe knows keeps anybody out, and nothing is cut off`, { timeout: 60_000 }, async () => {
      await visit(options, async (visited) => {
        await visited.evaluate(axe.source);
        const { violations } = await visited.evaluate<axe.AxeResults>("axe.run(document)");
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await visited.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
        await visited.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
      });
    });
  }

  test("it is dark where the reader's system is, and changes by a button", async () => {
    await visit({ colorScheme: "dark" }, async (visited) => {
      const dark = await groundOf(visited);
      await visited.getByRole("button", { name: "Light or dark" }).click();
      const light = await groundOf(visited);
      expect([dark, light]).toEqual(["rgb(18, 22, 28)", "rgb(255, 255, 255)"]);
    });
  });

  test("findings are filtered by severity, and it says how many are left", async () => {
    await visit({}, async (visited) => {
      const all = await shown(visited);
      const errors = await visited.locator('.finding[data-severity="error"]').count();
      await visited.getByRole("checkbox", { name: /Warnings/ }).uncheck();
      await visited.getByRole("checkbox", { name: /Notes/ }).uncheck();
      expect(errors).toBeGreaterThan(2);
      expect(all).toBeGreaterThan(errors);
      expect(await shown(visited)).toBe(errors);
      expect(await visited.getByRole("status").textContent()).toBe(`${errors} findings shown`);
      await visited.getByRole("checkbox", { name: /Errors/ }).focus();
      await visited.keyboard.press("Space");
      expect(await shown(visited)).toBe(0);
    });
  });

  test("a link leads to a finding, also to one that a filter hides, and from it to its operation", async () => {
    await visit(
      {},
      async (visited) => {
        expect(await visited.locator("#revision-b2-finding-2").evaluate((each) => (each as unknown as { matches: (selector: string) => boolean }).matches(":target"))).toBe(true);
        await visited.getByRole("checkbox", { name: /Errors/ }).uncheck();
        expect(await visited.locator("#revision-b2-finding-1").isVisible()).toBe(false);
        await visited.evaluate("location.hash = '#revision-b2-finding-1'");
        await visited.locator("#revision-b2-finding-1").waitFor({ state: "visible" });
        await visited.locator("#revision-b2-finding-1").getByRole("link", { name: /^operation/ }).click();
        expect(await visited.evaluate<string>("document.querySelector(':target')?.className")).toBe("operation");
      },
      "#revision-b2-finding-2",
    );
  });

  test("every address is its own, and every link within the page leads somewhere", async () => {
    await visit({}, async (visited) => {
      const { ids, broken } = await visited.evaluate<{ ids: string[]; broken: string[] }>(`({
        ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
        broken: [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href").slice(1)).filter((id) => !document.getElementById(id)),
      })`);
      expect(new Set(ids).size).toBe(ids.length);
      expect(broken).toEqual([]);
    });
  });

  test("operations stand beside their SQL, and above it where there is no room", async () => {
    const boxes = async (visited: Page) => {
      const [text, sql] = await Promise.all([visited.locator(".operation h4").first().boundingBox(), visited.locator(".operation pre").first().boundingBox()]);
      return { text: text!, sql: sql! };
    };
    await visit({}, async (visited) => {
      const { text, sql } = await boxes(visited);
      expect(sql.x).toBeGreaterThan(text.x + text.width - 1);
      expect(Math.abs(sql.y - text.y)).toBeLessThan(40);
    });
    await visit({ viewport: narrow }, async (visited) => {
      const { text, sql } = await boxes(visited);
      expect(sql.y).toBeGreaterThan(text.y + text.height - 1);
    });
  });

  test("the diagrams show the touched tables before and after", async () => {
    await visit({}, async (visited) => {
      const titles = await visited.locator("svg title").allTextContents();
      expect(titles[0]).toMatch(/^Before: .*audit_log \(removed\).*users \(changed\)/);
      expect(titles[1]).toMatch(/^After: .*role \(added\).*users \(changed\)/);
      const boxesOf = (at: number) => visited.locator("svg").nth(at).locator(".box .name").allTextContents();
      expect(await boxesOf(0)).toContain("− audit_log");
      expect(await boxesOf(1)).toContain("+ role");
    });
  });

  test("it prints whole, in ink on paper, whatever is filtered and however dark the screen is", { timeout: 60_000 }, async () => {
    await visit({ colorScheme: "dark" }, async (visited) => {
      const all = await shown(visited);
      await visited.getByRole("checkbox", { name: /Errors/ }).uncheck();
      await visited.emulateMedia({ media: "print" });
      expect(await shown(visited)).toBe(all);
      expect(await groundOf(visited)).toBe("rgb(255, 255, 255)");
      expect(await visited.locator(".tools").isVisible()).toBe(false);
      await visited.screenshot({ path: join(pictures, "print.png"), fullPage: true });
      const pdf = await visited.pdf({ path: join(pictures, "print.pdf"), format: "A4" });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    });
  });

  test("without its script it still says everything", async () => {
    await visit({ javaScriptEnabled: false }, async (visited) => {
      expect(await shown(visited)).toBe(await visited.locator(".finding").count());
      expect(await visited.locator(".operation").count()).toBe(10);
    });
  });
});
