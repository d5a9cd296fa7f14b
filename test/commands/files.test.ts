import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskFiles } from "../../src/commands/files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "graven-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

test("files are written whole, with the folders they need", async () => {
  await diskFiles.writeAll([{ path: at("a/b/c.ts"), text: "c" }, { path: at("d.ts"), text: "d" }]);
  expect([readFileSync(at("a/b/c.ts"), "utf8"), readFileSync(at("d.ts"), "utf8")]).toEqual(["c", "d"]);
  expect(readdirSync(folder).sort()).toEqual(["a", "d.ts"]);
});

test("a file that is there is not touched, and the others do not appear", async () => {
  writeFileSync(at("second.ts"), "mine");
  await expect(diskFiles.writeAll([{ path: at("first.ts"), text: "1" }, { path: at("second.ts"), text: "2" }])).rejects.toMatchObject({ code: "FIL-002" });
  expect(readdirSync(folder)).toEqual(["second.ts"]);
  expect(readFileSync(at("second.ts"), "utf8")).toBe("mine");
});

test("a replaced file comes back when a later one cannot be written", async () => {
  writeFileSync(at("first.ts"), "before");
  writeFileSync(at("second.ts"), "mine");
  await expect(diskFiles.writeAll([{ path: at("first.ts"), text: "after", replace: true }, { path: at("second.ts"), text: "2" }])).rejects.toMatchObject({ code: "FIL-002" });
  expect(readFileSync(at("first.ts"), "utf8")).toBe("before");
});

test("a folder that cannot be written leaves nothing behind", async () => {
  writeFileSync(at("file"), "");
  await expect(diskFiles.writeAll([{ path: at("first.ts"), text: "1" }, { path: at("file/second.ts"), text: "2" }])).rejects.toMatchObject({ code: "FIL-001", hint: expect.stringContaining("Nothing was written") });
  expect(existsSync(at("first.ts"))).toBe(false);
  // A file system that refuses even its owner.
  if (process.platform === "linux") await expect(diskFiles.writeAll([{ path: "/sys/graven/x.ts", text: "" }])).rejects.toMatchObject({ code: "FIL-001" });
});

test("a folder that is not there holds no files", async () => {
  expect(await diskFiles.list(at("nowhere"))).toEqual([]);
  expect(await diskFiles.read(at("nowhere"))).toBeUndefined();
});
