import type { DatabaseObjectOf, Schema } from "../../../schema/types.ts";
import { sameJson } from "../../../base/json.ts";
import { sameDefault } from "../defaults.ts";
import { defaultSql } from "../literal.ts";
import { quote } from "../quote.ts";
import { typeWithin } from "../types.ts";
import { joined } from "./create.ts";
import { keptChecks } from "./kept-checks.ts";
import { nameOf } from "./name.ts";

type Domain = DatabaseObjectOf<"domain">;

/** https://www.postgresql.org/docs/current/sql-alterdomain.html */
export function domainChanges(before: Domain, after: Domain, schema: Schema): readonly string[] | undefined {
  const [present, next] = [before, after].map((object) => typeWithin(object.type, schema));
  if (!sameJson(present, next) || before.collation !== after.collation) return undefined;
  const alter = `ALTER DOMAIN ${nameOf(after)}`;
  const kept = keptChecks(before, after);
  const stays = new Set(kept.values());
  return [
    ...(before.notNull && !after.notNull ? [`${alter} DROP NOT NULL`] : []),
    ...(sameDefault(before.default, after.default, after.type) ? [] : [`${alter} ${after.default ? `SET DEFAULT ${defaultSql({ type: next!, default: after.default })}` : "DROP DEFAULT"}`]),
    ...(before.checks ?? []).filter((check) => !stays.has(check)).map(({ name }) => `${alter} DROP CONSTRAINT ${quote(name)}`),
    ...(after.checks ?? []).flatMap((check) => {
      const { name, sql, notValid } = check;
      const standing = kept.get(check);
      if (!standing) return [joined(`${alter} ADD CONSTRAINT ${quote(name)} CHECK (${sql})`, notValid && "NOT VALID")];
      return [...(standing.name === name ? [] : [`${alter} RENAME CONSTRAINT ${quote(standing.name)} TO ${quote(name)}`]), ...(standing.notValid && !notValid ? [`${alter} VALIDATE CONSTRAINT ${quote(name)}`] : [])];
    }),
    ...(!before.notNull && after.notNull ? [`${alter} SET NOT NULL`] : []),
  ];
}
