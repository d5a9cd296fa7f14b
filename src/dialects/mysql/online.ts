import { GravenError } from "../../base/errors.ts";
import { splitStatements } from "../../base/sql-statements.ts";
import { describeOperation } from "../../operations/apply.ts";
import type { OperationOf } from "../../operations/index.ts";
import type { Schema } from "../../schema/types.ts";
import { readStatement } from "../ansi/read-statement.ts";
import type { Compiler, Compilers, Statement } from "../ansi/compilers.ts";
import type { Algorithm } from "../effects.ts";
import { mariadbEffects, mysqlEffects } from "./effects.ts";
import { mysqlFlavour, type Flavour } from "./flavours.ts";

const kinds = ["createIndex", "dropIndex", "createUnique", "createPrimaryKey", "createForeignKey", "createCheck", "alterColumn"] as const;
type OnlineKind = (typeof kinds)[number];

/** With LOCK=NONE the server refuses what would keep writers out, in place of doing it. */
const endings: { readonly [K in Exclude<Algorithm, "COPY">]: string } = {
  INSTANT: ", ALGORITHM=INSTANT",
  NOCOPY: ", ALGORITHM=NOCOPY, LOCK=NONE",
  INPLACE: ", ALGORITHM=INPLACE, LOCK=NONE",
};

/**
 * `{ online: true }`: the ALGORITHM and LOCK that fit the change, so that the server refuses rather than copies. What it could only do by
 * a copy is refused here already (RUN-022).
 */
export function withOnline(flavour: Flavour, compilers: Compilers): Compilers {
  const effects = flavour === mysqlFlavour ? mysqlEffects : mariadbEffects;
  const online = <K extends OnlineKind>(compile: Compilers[K]): Compilers[K] => {
    if ("unsupported" in compile) return compile;
    const compiled: Compiler<OperationOf<OnlineKind>> = (operation, before) => {
      const statements = (compile as Compiler<OperationOf<OnlineKind>>)(operation, before);
      return operation.options?.online ? statements.map((statement) => ended(statement, operation, before)) : statements;
    };
    return compiled as Compilers[K];
  };
  const ended = (statement: Statement, operation: OperationOf<OnlineKind>, before: Schema): Statement => {
    if (typeof statement !== "string" || !statement.startsWith("ALTER TABLE")) return statement;
    const { algorithm = "COPY" } = effects(readStatement(splitStatements(statement)[0]?.tokens ?? []), before);
    if (algorithm === "COPY") {
      throw new GravenError("RUN-022", `${flavour.title} cannot ${describeOperation(operation)} online: it would copy the table while nobody may write.`, {
        hint: "Leave out { online: true } and choose a quiet hour, or add a new column and fill it in batches.",
      });
    }
    return statement + endings[algorithm];
  };
  const { backfill } = compilers;
  // Rows are written outside of the revision's transaction; the server has no loop outside of a routine, so it is one statement.
  const backfillAlone: Compilers["backfill"] = "unsupported" in backfill ? backfill : (operation, before) => backfill(operation, before).map((statement) => (operation.options?.online && typeof statement === "string" ? { sql: statement, transaction: false } : statement));
  return { ...compilers, backfill: backfillAlone, ...Object.fromEntries(kinds.map((kind) => [kind, online(compilers[kind])])) };
}
