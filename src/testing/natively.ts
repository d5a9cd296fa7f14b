import { constants, Script } from "node:vm";

/**
 * Whether this module was loaded into a context of its own, as jest does with everything. There, modules come through the test
 * runner, which reads no TypeScript unless it is told how, and values are of another realm.
 */
const isSandboxed = new Script("globalThis").runInThisContext() !== globalThis;

/** Imports a module of this package outside any sandbox of a test runner. */
export async function importNatively<Module>(url: string, plainly: () => Promise<Module>): Promise<Module> {
  if (!isSandboxed) return plainly();
  const script = new Script("(url) => import(url)", { importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });
  return (script.runInThisContext() as (url: string) => Promise<Module>)(url);
}
