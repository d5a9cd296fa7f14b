import { GravenError } from "../../base/errors.ts";
import type { Ascent, Suite } from "../suite.ts";
import { causeLines, failure, type BuiltInTest } from "./built-in-test.ts";

export const upgrade: BuiltInTest = {
  scope: "database",
  run: async (suite) => {
    try {
      await suite.ascend();
    } catch (error) {
      // What the project wrote into the options is at fault, not the chain of revisions.
      if (error instanceof GravenError && error.code.startsWith("TST-0") && error.code !== "TST-010") throw error;
      if (error instanceof GravenError && error.code === "TST-112") throw error;
      throw failure("TST-102", "Failed to upgrade from base to the heads: the history does not lead from an empty database to where it ends.", { details: causeLines(error), hint: "Mend that revision, or give the rows it needs with `beforeRevisionData`.", cause: error });
    }
  },
};

/** The ascent, for tests that begin where it ends. Throws a line that points to the test that tells why there is none. */
export async function reachHeads(code: string, suite: Suite): Promise<Ascent> {
  try {
    return await suite.ascend();
  } catch (error) {
    throw failure(code, 'Not tried, as the heads are not reached; the test "upgrade" tells more.', { details: causeLines(error).slice(0, 1), cause: error });
  }
}
