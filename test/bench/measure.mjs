// Runs one command and tells how long it took and how much memory it had.
import { spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Milliseconds between two looks at the memory. */
const interval = 20;

/**
 * Runs a command to its end. `milliseconds` is wall time from spawn to exit, `memory` the greatest sum of the resident
 * memory of the process and all its children, in bytes, as /proc tells it; absent where there is no /proc.
 * Throws with the command's output when it fails.
 */
export function measure(command, args, { cwd, env }) {
  const logPath = join(cwd, "bench.log");
  const log = openSync(logPath, "w");
  return new Promise((resolve, reject) => {
    let memory = 0;
    const started = performance.now();
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", log, log] });
    const look = setInterval(() => {
      memory = Math.max(memory, memoryOf(child.pid));
    }, interval);
    const end = (settle) => {
      clearInterval(look);
      closeSync(log);
      settle();
    };
    child.on("error", (error) => end(() => reject(error)));
    child.on("exit", (code, signal) => {
      const milliseconds = performance.now() - started;
      end(() => {
        if (code === 0) resolve({ milliseconds, memory: memory || undefined });
        else reject(new Error(`${command} ${args.join(" ")} ended with ${signal ?? code}:\n${readFileSync(logPath, "utf8").slice(-4000)}`));
      });
    });
  });
}

/** The resident memory of a process and of all below it; nothing for one that is gone. */
function memoryOf(pid) {
  let own = 0;
  try {
    own = 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    // It has ended, or this system has no /proc.
    return 0;
  }
  return own + childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), 0);
}

function childrenOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number));
  } catch {
    return [];
  }
}
