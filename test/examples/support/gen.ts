import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const build = fileURLToPath(new URL("../../../dist/cli/bin.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `gen` as a person would, in a folder. */
export function gen(folder: string, args: readonly string[]): Promise<Ended> {
  return run(folder, [build, ...args]);
}

/** Runs Node and gives its exit code with all that it printed. */
export function run(folder: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, NO_COLOR: "1", ...environment }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
