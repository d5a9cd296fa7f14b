import { standardName } from "../../schema/names.ts";
import type { Dialect } from "../dialect.ts";
import { readCatalogue } from "./catalogue.ts";
import { compile } from "./compile.ts";
import { literal } from "./literal.ts";
import { normalDefault, normalForm } from "./normal.ts";
import { physical } from "./physical.ts";
import { plan } from "./plan.ts";
import { refuse } from "./refuse.ts";
import { quote, tableName } from "./spelling.ts";
import { syntax } from "./syntax.ts";
import { running } from "./running.ts";
import { normalType } from "./types.ts";

/** SQLite 3.37 and later, as every client library of today brings it along. */
export const sqlite: Dialect = {
  name: "sqlite",
  title: "SQLite",
  capabilities: { transactionalDdl: true, namespaces: false, boundObjects: "names", onlineConstraints: false, restrictIsNoAction: false },
  syntax,
  // SQLite itself sets no limit. Names of indexes are unique in the whole database, as `standardName` makes them.
  naming: { names: standardName, limit: 255, scope: "schema" },
  refuse,
  normalType,
  normalFacts: (facts) => facts,
  sameDefault: (a, b, type) => normalDefault(a, type) === normalDefault(b, type),
  sameExpression: (a, b) => normalForm(a) === normalForm(b),
  // Nothing is bound to another object before it is used, so that each may go and come back.
  canReplace: () => true,
  physical,
  plan,
  running,
  rowEstimateSql: (key) => `SELECT count(*) AS rows FROM ${tableName(key)}`,
  readCatalogue,
  leftOutSql: `SELECT 'virtual table' AS "noun", name AS "name" FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual' ORDER BY 2`,
  quote,
  tableName,
  literal,
  compile,
};
