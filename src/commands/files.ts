import { readFileSync, statSync } from "node:fs";
import { link, mkdir, readdir, rename, rm, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { GravenError, messageOf } from "../base/errors.ts";
import { fileIdentity } from "../base/file-identity.ts";
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

  folders: async (folder) => {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
    } catch (error) {
      if (isCode(error, "ENOENT")) return [];
      throw unreadable(folder, error);
    }
  },

  remove: async (paths) => {
    for (const path of paths) await rm(path, { force: true });
  },

  // At once: a history has thousands of small files, for which a promise each takes several times as long.
  read: async (path) => {
    try {
      return readFileSync(path, "utf8");
    } catch (error) {
      if (isCode(error, "ENOENT")) return undefined;
      throw unreadable(path, error);
    }
  },

  longFile: (path, least) => {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < least) return undefined;
    try {
      const identity = fileIdentity(path);
      const bytes = readFileSync(path);
      return { start: bytes.toString("utf8", 0, least), includes: (words) => bytes.includes(words), text: () => bytes.toString("utf8"), identity };
    } catch (error) {
      throw unreadable(path, error);
    }
  },

  // Every text is first written whole beside its place; only then do they appear, and one that cannot takes the others back.
  writeAll: async (files) => {
    const staged: { temporary: string; path: string; replace: boolean }[] = [];
    const placed: { path: string; former: string | undefined }[] = [];
    let current = "";
    try {
      for (const { path, text, replace = false } of files) {
        current = path;
        await mkdir(dirname(path), { recursive: true });
        const temporary = join(dirname(path), `.${process.pid}.${staged.length}.graven.tmp`);
        staged.push({ temporary, path, replace });
        await writeFile(temporary, text);
      }
      for (const { temporary, path, replace } of staged) {
        current = path;
        const former = replace ? await diskFiles.read(path) : undefined;
        await (replace ? rename(temporary, path) : linkNew(temporary, path));
        placed.push({ path, former });
      }
    } catch (error) {
      for (const { path, former } of placed.toReversed()) await (former === undefined ? rm(path, { force: true }) : writeFile(path, former));
      for (const { temporary } of staged) await rm(temporary, { force: true });
      if (error instanceof GravenError) throw error;
      throw new GravenError("FIL-001", `Cannot write ${current}: ${messageOf(error)}`, { hint: "Nothing was written. Check the folder's permissions and the space on the disk.", cause: error });
    }
  },
};

/** A hard link fails where the file is there already; a rename would silently replace it. */
async function linkNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    throw new GravenError("FIL-002", `The file ${path} is there already; it was not touched.`, { hint: "Remove it first, or choose another name, message or id.", cause: error });
  }
  await unlink(temporary);
}

function unreadable(path: string, error: unknown): GravenError {
  return new GravenError("FIL-003", `Cannot read ${path}: ${messageOf(error)}`, { cause: error });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
