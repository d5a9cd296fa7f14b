import { spawn } from "node:child_process";
import { GravenError } from "../base/errors.ts";

/** Runs the project's own commands on a file that was written, one after the other. Throws GEN-010 with the output of one that fails. */
export async function runPostWrite(commands: readonly string[], file: string, folder: string): Promise<void> {
  for (const command of commands) {
    const quoted = process.platform === "win32" ? `"${file}"` : `'${file.replaceAll("'", "'\\''")}'`;
    const line = command.includes("{file}") ? command.replaceAll("{file}", quoted) : `${command} ${quoted}`;
    const { code, output } = await shell(line, folder);
    if (code !== 0) {
      throw new GravenError("GEN-010", `The postWrite command \`${command}\` ended with exit code ${code}.${output && `\n${output.trimEnd()}`}`, { place: { file }, hint: "The revision stands as it was written; mend the command and run it again by hand." });
    }
  }
}

function shell(line: string, folder: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(line, { cwd: folder, shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => resolve({ code: -1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
