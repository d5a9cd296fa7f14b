import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { GravenError } from "../base/errors.ts";
import { within } from "./within.ts";

/** What importing a file gave. */
export interface FileTables {
  readonly tables: readonly string[];
  /** Why it could not be imported. */
  readonly fault?: string;
}

/** Imports files in a process of their own, in which nothing else was imported, and tells the tables that each exports. Throws TST-015. */
export async function tablesInFiles(files: readonly string[], timeout: number): Promise<ReadonlyMap<string, FileTables>> {
  // The compiled script also where this runs from its TypeScript source: a plain Node 20 reads no TypeScript.
  const script = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "../../dist/testing/list-tables.js" : "../testing/list-tables.js", import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, NODE_OPTIONS: "" } });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  const ended = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  child.stdin.on("error", () => {}).end(JSON.stringify(files));
  try {
    const code = await within(timeout, "Importing the model files", ended);
    // What models print themselves comes before.
    const answer = /<graven>(.*)<\/graven>/s.exec(output.stdout)?.[1];
    if (answer === undefined) throw new GravenError("TST-015", `The process that imports the model files ended with ${code === null ? "a signal" : `exit code ${code}`}: ${output.stderr.trim().split("\n").slice(-3).join("\n")}`, { hint: "Does a model file end the process, or wait for something?" });
    return new Map(Object.entries(JSON.parse(answer) as Record<string, FileTables>));
  } finally {
    child.kill();
  }
}
