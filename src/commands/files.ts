import { link, mkdir, readdir, readFile, rename, rm, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { GravenError, messageOf } from "../base/errors.ts";
import type { Files } from "../revisions/store.ts";

/** The file system of this machine. */
export const diskFiles: Files = {
  list: async (folder) => {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map((entry) => entry.name).sort();
    } catch (error) {
      if (isCode(error, "ENOENT")) return [];
      throw unreadable(folder, error);
    }
  },

  read: async (path) => {
    try {
      return await readFile(path, "utf8");
    } catch (error) {
      if (isCode(error, "ENOENT")) return undefined;
      throw unreadable(path, error);
    }
  },

  // Every text is first written whole beside its place; only then do they appear, and one that cannot takes the others back.
  writeAll: async (files) => {
    const staged: { temporary: string; path: string; replace: boolean; former?: string }[] = [];
    const placed: typeof staged = [];
    try {
      for (const { path, text, replace = false } of files) {
        await mkdir(dirname(path), { recursive: true });
        const temporary = join(dirname(path), `.${process.pid}.${staged.length}.graven.tmp`);
        staged.push({ temporary, path, replace });
        await writeFile(temporary, text, { flag: "wx" });
      }
      for (const each of staged) {
        if (each.replace) {
          const former = await diskFiles.read(each.path);
          await rename(each.temporary, each.path);
          placed.push({ ...each, ...(former !== undefined && { former }) });
        } else {
          // A hard link fails where the file is there already; a rename would silently replace it.
          await link(each.temporary, each.path);
          placed.push(each);
          await unlink(each.temporary);
        }
      }
    } catch (error) {
      for (const { path, former } of placed.reverse()) await (former === undefined ? rm(path, { force: true }) : writeFile(path, former));
      for (const { temporary } of staged) await rm(temporary, { force: true });
      const path = staged[placed.length]?.path ?? files[staged.length]?.path ?? files[0]?.path ?? "";
      if (isCode(error, "EEXIST")) throw new GravenError("FIL-002", `The file ${path} is there already; it was not touched.`, { hint: "Choose another message or id.", cause: error });
      throw new GravenError("FIL-001", `Cannot write ${path}: ${messageOf(error)}`, { hint: "Nothing was written. Check the folder's permissions and the space on the disk.", cause: error });
    }
  },
};

function unreadable(path: string, error: unknown): GravenError {
  return new GravenError("FIL-003", `Cannot read ${path}: ${messageOf(error)}`, { cause: error });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
