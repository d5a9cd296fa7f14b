#!/usr/bin/env node
import nodeModule from "node:module";

// Node 22 and newer keep what they compiled for the next start, of what is imported from here on.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
const { main } = await import("./main.ts");
const code = await main(process.argv.slice(2));

// What was printed must be out before the process ends; waiting for idle threads and timers as well would only cost time.
const drained = (stream: NodeJS.WriteStream) => new Promise<void>((resolve) => void stream.write("", () => resolve()));
await Promise.all([drained(process.stdout), drained(process.stderr)]);
process.exit(code);
