import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^graven$/, replacement: source("index.ts") },
      { find: /^graven\/models$/, replacement: source("models/index.ts") },
      { find: /^graven\/revision$/, replacement: source("runtime/revision.ts") },
      { find: /^graven\/fixture$/, replacement: source("fixtures/fixture.ts") },
      { find: /^graven\/testing$/, replacement: source("testing/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
    setupFiles: ["./test/support/property-seed.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    reporters: ["default", "./test/support/closing-line.ts"],
  },
});
