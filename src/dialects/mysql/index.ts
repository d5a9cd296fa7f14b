import { sameJson } from "../../base/json.ts";
import { planOperations } from "../ansi/compilers.ts";
import { draftOf } from "../../schema/edit.ts";
import type { Dialect } from "../dialect.ts";
import { readCatalogue } from "./catalogue.ts";
import { compileQuery } from "./compile-query.ts";
import { compilersOf } from "./compilers.ts";
import { withOnline } from "./online.ts";
import { normalDefault } from "./defaults.ts";
import { normalSql } from "./expression.ts";
import { mariadbFlavour, mysqlFlavour, type Flavour } from "./flavours.ts";
import { requireAgreement } from "./foreign-key-types.ts";
import { keepHistory } from "./keep-history.ts";
import { literal } from "./literal.ts";
import { nameLimit, namesOf } from "./naming.ts";
import { normalFacts, physicalOf } from "./physical.ts";
import { quote, tableName, textLiteral } from "./quoting.ts";
import { refuseSchema } from "./refuse.ts";
import { routineType } from "./routine-type.ts";
import { syntaxOf } from "./syntax.ts";
import { runningOf } from "./running.ts";
import { normalType } from "./types.ts";

/** MySQL 8. */
export const mysql: Dialect = dialectOf(mysqlFlavour);

/** MariaDB 10.11. */
export const mariadb: Dialect = dialectOf(mariadbFlavour);

function dialectOf(flavour: Flavour): Dialect {
  const compilers = withOnline(flavour, compilersOf(flavour));
  return {
    name: flavour.name,
    title: flavour.title,
    ...(flavour.name === "mariadb" && { kin: "mysql" as const }),
    // Every DDL statement commits what came before it. https://dev.mysql.com/doc/refman/8.0/en/implicit-commit.html
    capabilities: { transactionalDdl: false, namespaces: false, boundObjects: "nothing", onlineConstraints: false, restrictIsNoAction: true },
    syntax: syntaxOf(flavour),
    naming: { names: namesOf(flavour), limit: nameLimit, scope: "table" },
    refuse: (schema) => refuseSchema(flavour, schema),
    normalType: (type) => normalType(flavour, type),
    routineType,
    normalFacts: (facts) => normalFacts(flavour, facts),
    sameDefault: (a, b, type) => sameJson(normalDefault(flavour, a, type) ?? null, normalDefault(flavour, b, type) ?? null),
    sameExpression: (a, b) => normalSql(a) === normalSql(b),
    // Nothing is bound to another object before it is used, so that each may go and come back.
    canReplace: () => true,
    physical: physicalOf(flavour),
    plan: (operations, before, options) => {
      const former = options?.inPlace ? draftOf(before) : before;
      const plan = keepHistory(planOperations(compilers, flavour.title, operations, before, options), operations, former);
      requireAgreement(flavour, operations, former);
      return plan;
    },
    running: runningOf(flavour),
    rowEstimateSql: (key) => `SELECT coalesce(max(table_rows), 0) AS \`rows\` FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ${textLiteral(key)}`,
    readCatalogue: (query, options) => readCatalogue(flavour, query, options),
    quote,
    tableName,
    literal,
    compile: compileQuery,
  };
}
