import type * as Core from "./core.ts";
import { importNatively } from "./natively.ts";

/** Loads what runs the tests, outside any sandbox of a test runner. */
export function loadCore(): Promise<typeof Core> {
  return importNatively(new URL(import.meta.url.endsWith(".ts") ? "../testing/core.ts" : "../testing/core.js", import.meta.url).href, () => import("./core.ts"));
}
