import { standardName } from "../../schema/names.ts";
import type { Dialect } from "../dialect.ts";
import { readCatalogue } from "./catalogue.ts";
import { compile } from "./compile.ts";
import { sameDefault } from "./defaults.ts";
import { sameExpression } from "./expression.ts";
import { literal } from "./literal.ts";
import { canReplace } from "./objects/replace.ts";
import { physical } from "./physical.ts";
import { plan } from "./plan.ts";
import { quote, tableName, textLiteral } from "./quote.ts";
import { nameLimit, refuse } from "./refuse.ts";
import { syntax } from "./syntax.ts";
import { running } from "./running.ts";
import { normalType } from "./types.ts";

/** PostgreSQL 12 and later, also embedded as PGlite. */
export const postgres: Dialect = {
  name: "postgres",
  title: "PostgreSQL",
  capabilities: { transactionalDdl: true, namespaces: true, boundObjects: "types" },
  syntax,
  naming: { names: standardName, limit: nameLimit, scope: "schema" },
  refuse,
  normalType,
  sameDefault,
  sameExpression,
  canReplace,
  physical,
  plan,
  running,
  rowEstimateSql: (key) => `SELECT greatest(0, coalesce((SELECT reltuples FROM pg_catalog.pg_class WHERE oid = to_regclass(${textLiteral(tableName(key))})), 0))::bigint AS rows`,
  readCatalogue,
  quote,
  tableName,
  literal,
  compile,
};
