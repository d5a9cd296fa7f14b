import { GravenError } from "../base/errors.ts";

/**
 * Loads a client library that the project installs by itself. Throws DRV-001 when it is not there.
 * @example const mysql = await loadClient("mysql2", () => import("mysql2/promise"));
 */
export async function loadClient<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error, name)) throw error;
    throw new GravenError("DRV-001", `The package "${name}" is needed for this database and is not installed.`, { hint: `npm install ${name}`, cause: error });
  }
}

/** Whether the library itself is missing, rather than something within it. */
function isMissing(error: unknown, name: string): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND" || /cannot find (package|module)/i.test(error.message)) && error.message.includes(name);
}
