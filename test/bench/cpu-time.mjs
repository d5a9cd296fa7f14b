// Loaded ahead of a program: tells at its end how many seconds of the processor it used.
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    process.stderr.write(`cpu seconds: ${((user + system) / 1e6).toFixed(3)}\n`);
  });
}
