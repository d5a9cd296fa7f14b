import { withoutAbsent } from "../../schema/edit.ts";
import { objectKey } from "../../schema/object-key.ts";
import { keyOf } from "../../schema/key.ts";
import type { DatabaseObject, DatabaseObjectOf, RoutineParameter, Schema } from "../../schema/types.ts";
import type { CatalogueQuery } from "../dialect.ts";
import type { Flavour } from "./flavours.ts";
import { normalDefiner } from "./objects.ts";

type Row = Readonly<Record<string, string | number | null>>;

/** Names of this database before a table are no part of what an author wrote. */
const own = (column: string) => `REPLACE(${column}, CONCAT('\`', DATABASE(), '\`.'), '')`;
/** Whoever made it, and whether that is who asks. */
const definer = (column: string) => `${column} AS definer, ${column} = CURRENT_USER() AS is_own`;

/** A type's character set and collation, where they are not the database's own. */
const charset = "IF(CHARACTER_SET_NAME IS NULL OR CHARACTER_SET_NAME = @@character_set_database AND COLLATION_NAME = @@collation_database, '', CONCAT(' CHARSET ', CHARACTER_SET_NAME, IF(COLLATION_NAME = (SELECT s.DEFAULT_COLLATE_NAME FROM information_schema.CHARACTER_SETS s WHERE s.CHARACTER_SET_NAME = t.CHARACTER_SET_NAME), '', CONCAT(' COLLATE ', COLLATION_NAME))))";

const viewsQuery = (algorithm: string) => `SELECT TABLE_NAME AS name, ${own("VIEW_DEFINITION")} AS query, CHECK_OPTION AS check_option, SECURITY_TYPE AS security, ${algorithm} AS algorithm, ${definer("DEFINER")} FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE() ORDER BY 1`;
const routinesQuery = `SELECT ROUTINE_NAME AS name, ROUTINE_TYPE AS kind, ROUTINE_DEFINITION AS body, CONCAT(DTD_IDENTIFIER, ${charset}) AS \`returns\`, IS_DETERMINISTIC AS deterministic_, SQL_DATA_ACCESS AS access, SECURITY_TYPE AS security, ROUTINE_COMMENT AS comment_, ${definer("DEFINER")} FROM information_schema.ROUTINES t WHERE ROUTINE_SCHEMA = DATABASE() ORDER BY 1, 2`;
const parametersQuery = `SELECT SPECIFIC_NAME AS routine, ROUTINE_TYPE AS kind, PARAMETER_NAME AS name, PARAMETER_MODE AS mode, CONCAT(DTD_IDENTIFIER, ${charset}) AS type FROM information_schema.PARAMETERS t WHERE SPECIFIC_SCHEMA = DATABASE() AND ORDINAL_POSITION > 0 ORDER BY 1, 2, ORDINAL_POSITION`;
const triggersQuery = `SELECT TRIGGER_NAME AS name, EVENT_OBJECT_TABLE AS table_name, ACTION_TIMING AS timing, EVENT_MANIPULATION AS event, ACTION_STATEMENT AS body, ${definer("DEFINER")} FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() ORDER BY EVENT_OBJECT_TABLE, ACTION_ORDER`;
const eventsQuery = `SELECT EVENT_NAME AS name, EVENT_TYPE AS kind, EXECUTE_AT AS at_, INTERVAL_VALUE AS every_, INTERVAL_FIELD AS unit, STARTS AS starts, ENDS AS ends, EVENT_DEFINITION AS body, ON_COMPLETION AS completion, STATUS AS status, EVENT_COMMENT AS comment_, ${definer("DEFINER")} FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE() ORDER BY 1`;

/** Reads views, routines, triggers, events, and on MariaDB sequences. */
export async function readObjects(flavour: Flavour, query: CatalogueQuery, ignoreTables: readonly string[], recorded: Schema["objects"]): Promise<Record<string, DatabaseObject>> {
  const objects: Record<string, DatabaseObject> = {};
  const add = (object: DatabaseObject, row: Row) => {
    const key = objectKey(object);
    objects[key] = withDefiner(object, row, recorded[key]);
  };
  for (const row of await query<Row>(viewsQuery(flavour.viewAlgorithm))) add(viewFrom(row), row);
  const parameters = await query<Row>(parametersQuery);
  for (const row of await query<Row>(routinesQuery)) add(routineFrom(row, parameters.filter((each) => each["routine"] === row["name"] && each["kind"] === row["kind"])), row);
  for (const row of await query<Row>(triggersQuery)) if (!ignoreTables.includes(keyOf({ name: text(row["table_name"]) }))) add(triggerFrom(row), row);
  for (const row of await query<Row>(eventsQuery)) add(eventFrom(row), row);
  if (flavour.sequences) {
    const names = await query<Row>("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'SEQUENCE' ORDER BY 1");
    for (const { name } of names) {
      const [row] = await query<Row>(`SELECT CAST(minimum_value AS CHAR) AS min, CAST(maximum_value AS CHAR) AS max, CAST(start_value AS CHAR) AS start, CAST(increment AS CHAR) AS increment, cache_size AS cache, cycle_option AS cycle FROM \`${text(name).replaceAll("`", "``")}\``);
      if (row) add(sequenceFrom(text(name), row), row);
    }
  }
  return objects;
}

/** Who made it is told where that is somebody else, or where a revision says so. */
function withDefiner(object: DatabaseObject, row: Row, known: DatabaseObject | undefined): DatabaseObject {
  const name = maybe(row["definer"]);
  const said = known && "definer" in known ? known.definer : undefined;
  if (name === undefined) return object;
  if (said !== undefined && normalDefiner(said) === normalDefiner(name)) return { ...object, definer: said } as DatabaseObject;
  return Number(row["is_own"]) ? object : ({ ...object, definer: name } as DatabaseObject);
}

function viewFrom(row: Row): DatabaseObject {
  const check = text(row["check_option"]).toLowerCase();
  const algorithm = text(row["algorithm"]).toLowerCase();
  return withoutAbsent<DatabaseObjectOf<"view">>({
    kind: "view",
    name: text(row["name"]),
    query: text(row["query"]),
    checkOption: check === "local" || check === "cascaded" ? check : undefined,
    algorithm: algorithm === "merge" || algorithm === "temptable" ? algorithm : undefined,
    sqlSecurity: row["security"] === "INVOKER" ? "invoker" : undefined,
  });
}

function routineFrom(row: Row, parameters: readonly Row[]): DatabaseObject {
  const access = text(row["access"]).toLowerCase();
  const isFunction = row["kind"] === "FUNCTION";
  return withoutAbsent<DatabaseObjectOf<"function">>({
    kind: (isFunction ? "function" : "procedure") as "function",
    name: text(row["name"]),
    parameters: parameters.map((each) => withoutAbsent<RoutineParameter>({ name: text(each["name"]), mode: ({ OUT: "out", INOUT: "inout" } as const)[text(each["mode"])], type: text(each["type"]) })),
    returns: isFunction ? maybe(row["returns"]) : undefined,
    body: text(row["body"]),
    deterministic: row["deterministic_"] === "YES" ? true : undefined,
    dataAccess: access === "contains sql" ? undefined : (access as "no sql"),
    sqlSecurity: row["security"] === "INVOKER" ? "invoker" : undefined,
    comment: row["comment_"] === "" ? undefined : maybe(row["comment_"]),
  });
}

function triggerFrom(row: Row): DatabaseObject {
  return withoutAbsent<DatabaseObjectOf<"trigger">>({
    kind: "trigger",
    name: text(row["name"]),
    table: keyOf({ name: text(row["table_name"]) }),
    timing: text(row["timing"]).toLowerCase() as "before",
    events: [{ event: text(row["event"]).toLowerCase() as "insert" }],
    body: text(row["body"]),
  });
}

function eventFrom(row: Row): DatabaseObject {
  const moment = (value: string | number | null | undefined) => `'${moments(value)}'`;
  const every = [`EVERY ${/^\d+$/.test(text(row["every_"])) ? text(row["every_"]) : `'${text(row["every_"])}'`} ${text(row["unit"])}`, row["starts"] === null ? "" : `STARTS ${moment(row["starts"])}`, row["ends"] === null ? "" : `ENDS ${moment(row["ends"])}`].filter(Boolean).join(" ");
  return withoutAbsent<DatabaseObjectOf<"event">>({
    kind: "event",
    name: text(row["name"]),
    schedule: row["kind"] === "RECURRING" ? every : `AT ${moment(row["at_"])}`,
    body: text(row["body"]),
    preserve: row["completion"] === "PRESERVE" ? true : undefined,
    status: row["status"] === "ENABLED" ? undefined : row["status"] === "DISABLED" ? "disabled" : "disabled on replica",
    comment: row["comment_"] === "" ? undefined : maybe(row["comment_"]),
  });
}

/** A date as the server writes it, whether the driver made an object of it or not. */
function moments(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 19).replace("T", " ") : String(value);
}

/** https://mariadb.com/kb/en/create-sequence/ */
function sequenceFrom(name: string, row: Row): DatabaseObject {
  const increment = BigInt(text(row["increment"]));
  const [min, max] = increment < 0n ? [-9223372036854775807n, -1n] : [1n, 9223372036854775806n];
  const unlike = (value: string, usual: bigint) => (BigInt(value) === usual ? undefined : Number.isSafeInteger(Number(value)) ? Number(value) : value);
  return withoutAbsent<DatabaseObjectOf<"sequence">>({
    kind: "sequence",
    name,
    start: unlike(text(row["start"]), BigInt(text(increment < 0n ? row["max"] : row["min"]))),
    increment: unlike(text(row["increment"]), 1n),
    minValue: unlike(text(row["min"]), min),
    maxValue: unlike(text(row["max"]), max),
    cache: Number(row["cache"]) === 1000 ? undefined : Number(row["cache"]),
    cycle: Number(row["cycle"]) ? true : undefined,
  });
}

const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? "" : String(value));
const maybe = (value: string | number | null | undefined): string | undefined => (value === null || value === undefined ? undefined : String(value));
