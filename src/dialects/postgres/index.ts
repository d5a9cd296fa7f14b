import { sameJson } from "../../base/json.ts";
import { standardName } from "../../schema/names.ts";
import type { Dialect } from "../dialect.ts";
import { readCatalogue } from "./catalogue.ts";
import { compile } from "./compile.ts";
import { sameDefault } from "./defaults.ts";
import { sameExpression } from "./expression.ts";
import { identityOf } from "./identity.ts";
import { leftOutSql } from "./left-out.ts";
import { literal } from "./literal.ts";
import { canReplace } from "./objects/replace.ts";
import { physical } from "./physical.ts";
import { plan } from "./plan.ts";
import { quote, tableName, textLiteral } from "./quote.ts";
import { nameLimit, refuse } from "./refuse.ts";
import { syntax } from "./syntax.ts";
import { running } from "./running.ts";
import { normalFacts } from "./normal-facts.ts";
import { normalType } from "./types.ts";

/** PostgreSQL 12 and later, also embedded as PGlite. */
export const postgres: Dialect = {
  name: "postgres",
  title: "PostgreSQL",
  capabilities: { transactionalDdl: true, namespaces: true, boundObjects: "types", onlineConstraints: true, restrictIsNoAction: false },
  syntax,
  naming: { names: standardName, limit: nameLimit, scope: "schema" },
  refuse,
  normalType,
  normalFacts,
  sameCounting: (a, b) => sameJson(identityOf(a), identityOf(b)),
  sameDefault,
  sameExpression,
  canReplace,
  physical,
  plan,
  running,
  rowEstimateSql: (key) => `SELECT greatest(0, coalesce((SELECT reltuples FROM pg_catalog.pg_class WHERE oid = to_regclass(${textLiteral(tableName(key))})), 0))::bigint AS rows`,
  rowDigest: "sum(hashtextextended(to_jsonb(t)::text, 0))::text",
  // The rows of a partitioned table, and of a table with heirs, stand in other files.
  mayHoldRowsSql: (keys) => `SELECT (named.place - 1)::int AS at FROM unnest(ARRAY[${keys.map((key) => literal(tableName(key))).join(", ")}]::regclass[]) WITH ORDINALITY named (oid, place) JOIN pg_class c ON c.oid = named.oid WHERE c.relkind <> 'r' OR c.relhassubclass OR pg_relation_size(c.oid) > 0`,
  readCatalogue,
  leftOutSql,
  quote,
  tableName,
  literal,
  compile,
};
