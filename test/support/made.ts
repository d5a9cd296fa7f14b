import { join } from "node:path";
import { afterEach } from "vitest";
import type { Connection } from "../../src/drivers/connection.ts";
import { openDatabase as openConnection } from "../../src/drivers/index.ts";
import { openDatabase, type DatabaseKind, type TestDatabase } from "./databases.ts";
import { makeProject, type Language, type MadeProject, type MadeRevision } from "./project.ts";

/** What a test file makes for each of its tests, and what is taken away after it. */
export interface Made {
  /** Runs after the test, the last first. */
  readonly afterwards: (cleanup: () => unknown) => void;
  /** A project in a scratch folder. */
  readonly project: (revisions: readonly MadeRevision[], config?: string, language?: Language) => Promise<MadeProject>;
  /** A project with a connection to a database of its own. */
  readonly projectOn: (kind: "sqlite" | "postgres" | "mariadb", revisions: readonly MadeRevision[], config?: string) => Promise<{ readonly project: MadeProject; readonly connection: Connection }>;
  /** A database of its own. */
  readonly database: (kind: DatabaseKind) => Promise<TestDatabase>;
}

/** Called once at the top of a test file. */
export function madeForEachTest(): Made {
  const cleanups: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  });
  const afterwards = (cleanup: () => unknown) => void cleanups.push(cleanup);
  const project: Made["project"] = async (...given) => {
    const made = await makeProject(...given);
    afterwards(() => made.remove());
    return made;
  };
  const database: Made["database"] = async (kind) => {
    const opened = await openDatabase(kind);
    afterwards(() => opened.close());
    return opened;
  };
  const projectOn: Made["projectOn"] = async (kind, revisions, config = "") => {
    const url = kind === "sqlite" ? undefined : (await database(kind)).url;
    const made = await project(revisions, `{ ${url === undefined ? "" : `url: ${JSON.stringify(url)}, `}${config} }`);
    const connection = await openConnection({ url: url ?? `sqlite:${join(made.folder, "dev.db")}` });
    afterwards(() => connection.close());
    return { project: made, connection };
  };
  return { afterwards, project, projectOn, database };
}
