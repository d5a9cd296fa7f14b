import { GravenError } from "../../../base/errors.ts";
import { keyOf, splitKey } from "../../../schema/key.ts";
import { multirangeName, objectName } from "../../../schema/object-rename.ts";
import type { DatabaseObject, DatabaseObjectKind } from "../../../schema/types.ts";
import { quote, tableName, textLiteral } from "../quote.ts";
import { defaultSchema } from "../spelling.ts";
import { reference } from "./name.ts";

/** What has no name that could change. */
const nameless: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["cast", "grant", "comment", "extension", "operator", "event"]);

/** A move to another schema and a new name. */
export function renameObjectSql(object: DatabaseObject, to: string): string[] {
  if (nameless.has(object.kind)) throw new GravenError("RUN-022", `PostgreSQL cannot give the ${object.kind} "${objectName(object)}" another name.`, { hint: "Drop it and create the other one." });
  if (!("schema" in object) && objectName(object) === object.name && !hasSchema(object.kind)) return [`ALTER ${reference(object)} RENAME TO ${quote(to)}`];
  const target = splitKey(to);
  const present = (object as { readonly schema?: string }).schema;
  const moved = { ...object, ...(target.schema === undefined ? {} : { schema: target.schema }) } as DatabaseObject & { schema?: string };
  if (target.schema === undefined) delete (moved as { schema?: string }).schema;
  return [
    ...(present === target.schema ? [] : [`ALTER ${reference(object)} SET SCHEMA ${quote(target.schema ?? defaultSchema)}`]),
    ...(object.name === target.name ? [] : [`ALTER ${reference(moved)} RENAME TO ${quote(target.name)}`]),
    ...(object.kind === "rangeType" && object.name !== target.name ? [followRange(target.schema, [object.name, target.name], object.multirange === undefined ? [multirangeName(object.name), multirangeName(target.name)] : undefined)] : []),
  ];
}

/**
 * What the server made for a range type follows it to its new name: the functions that make its values and, from version 14 on, its
 * multirange. ALTER TYPE leaves them behind. https://www.postgresql.org/docs/current/rangetypes.html
 */
export function followRange(schema: string | undefined, [from, to]: readonly [string, string], multirange: readonly [string, string] | undefined): string {
  const namespace = schema ?? defaultSchema;
  const type = multirange && tableName(keyOf({ name: multirange[0], schema: namespace }));
  const renames = [[from, to] as const, ...(multirange ? [multirange] : [])];
  return `DO $rename$
DECLARE made record;
BEGIN
${multirange && type !== undefined && multirange[0] !== multirange[1] ? `  IF to_regtype(${textLiteral(type)}) IS NOT NULL THEN ALTER TYPE ${type} RENAME TO ${quote(multirange[1])}; END IF;\n` : ""}  FOR made IN SELECT p.oid::regprocedure AS called, p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = ${textLiteral(namespace)} AND p.proname IN (${renames.map(([name]) => textLiteral(name)).join(", ")}) AND EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
  LOOP
    EXECUTE format('ALTER FUNCTION %s RENAME TO %I', made.called, CASE made.name ${renames.map(([name, next]) => `WHEN ${textLiteral(name)} THEN ${textLiteral(next)}`).join(" ")} END);
  END LOOP;
END $rename$`;
}

function hasSchema(kind: DatabaseObjectKind): boolean {
  return !["trigger", "rule", "policy", "eventTrigger"].includes(kind);
}
