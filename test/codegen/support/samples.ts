import type { Operation } from "../../../src/operations/index.ts";
import { rowReference } from "../../../src/schema/row-reference.ts";
import { emptySchema, type Schema, type Table } from "../../../src/schema/types.ts";
import { tableOf } from "./revisions.ts";

export const enumsBefore: Schema = { ...emptySchema, enums: { mood: { name: "mood", labels: ["sad", "ok"] } } };

const text = { kind: "text" } as const;
const integer = { kind: "integer" } as const;

/** What holds code of its author, which no writer can know. */
export const unprintable: readonly Operation[] = [
  { kind: "run", callback: async () => {} },
  { kind: "execute", statements: [{ query: { kind: "RawNode" } as never }] },
];

/** One operation of each kind, and more where a kind has several faces. */
export const everyKind: readonly Operation[] = [
  { kind: "createSchema", name: "auth" },
  { kind: "dropSchema", name: "old" },
  { kind: "createEnum", name: "mood", labels: ["sad", "ok"] },
  { kind: "createEnum", name: "auth.role", labels: ["admin", "it's me"] },
  { kind: "dropEnum", name: "colour" },
  { kind: "renameEnum", from: "size", to: "width" },
  { kind: "addEnumLabel", name: "mood", label: "happy" },
  { kind: "addEnumLabel", name: "mood", label: "meh", position: { before: "ok" } },
  { kind: "renameEnumLabel", name: "mood", from: "ok", to: "fine" },
  { kind: "alterEnum", name: "mood", labels: ["sad"], options: { replace: { "so-so": "sad" } } },
  {
    kind: "createTable",
    table: tableOf("list_type", [{ name: "id", type: integer, nullable: false, autoIncrement: true }, { name: "name", type: { kind: "varchar", length: 80 }, nullable: false }], {
      primaryKey: { name: "list_type_pkey", columns: ["id"] },
      uniques: [{ name: "list_type_name_key", columns: ["name"] }],
    }),
  },
  {
    kind: "createTable",
    table: tableOf("date", [{ name: "year", type: integer, nullable: false }, { name: "day", type: integer, nullable: false }, { name: "mood", type: { kind: "enum", name: "mood" }, nullable: true, default: { value: "ok" } }], {
      schema: "auth",
      comment: "Days `in` a year",
      primaryKey: { name: "date_key", columns: ["year", "day"] },
      uniques: [{ name: "date_day_year_key", columns: ["day", "year"], nullsNotDistinct: true, deferrable: "initially deferred" }],
      foreignKeys: [{ name: "date_day_fkey", columns: ["day"], references: { table: "auth.date", columns: ["day"] }, onDelete: "set null", match: "full" }],
      checks: [{ name: "date_day_check", sql: "day > 0" }, { name: "leap", sql: "day < 366 OR year % 4 = 0" }],
      indexes: [
        { name: "date_day_expr_idx", parts: [{ column: "day", order: "desc", nulls: "last" }, { expression: "year % 100", order: "desc" }] },
        { name: "date_covering", parts: [{ expression: "lower(mood::text)" }], unique: true, method: "btree", include: ["year"], where: "day > 1" },
      ],
    }),
  },
  { kind: "dropTable", table: "auth.old" },
  { kind: "renameTable", from: "account", to: "auth.account" },
  { kind: "setTableComment", table: "job", comment: "Work\nto do" },
  { kind: "setTableComment", table: "job", comment: null },
  { kind: "addColumn", table: "job", column: { name: "title", type: text, nullable: false, default: { value: "" } } },
  { kind: "dropColumn", table: "job", column: "body" },
  { kind: "alterColumn", table: "job", column: "size", changes: { type: { kind: "numeric", precision: 10, scale: 2 }, using: "size::numeric", nullable: false, default: { sql: "now()" }, comment: null } },
  { kind: "alterColumn", table: "job", column: "n", changes: { identity: { generation: "always", start: 5 }, generated: null, default: { value: 7 } } },
  { kind: "alterColumn", table: "job", column: "total", changes: { generated: { sql: "a + b", storage: "virtual" } } },
  { kind: "renameColumn", table: "job", from: "state", to: "status" },
  { kind: "createPrimaryKey", table: "member", primaryKey: { name: "member_pkey", columns: ["club_id", "person_id"] } },
  { kind: "createUnique", table: "job", unique: { name: "job_title_key", columns: ["title"], deferrable: "initially immediate" } },
  { kind: "createForeignKey", table: "job", foreignKey: { name: "job_list", columns: ["list_type_id"], references: { table: "list_type", columns: ["id"] }, onDelete: "cascade", onUpdate: "restrict" } },
  { kind: "createCheck", table: "job", check: { name: "job_path", sql: "path <> '\\' AND note <> '`${x}`'" } },
  { kind: "dropConstraint", table: "job", name: "job_old" },
  { kind: "renameConstraint", table: "job", from: "a", to: "b" },
  { kind: "createIndex", table: "job", index: { name: "ix_job_created_at", parts: [{ column: "created_at", order: "desc" }, { column: "title", operatorClass: "text_pattern_ops", collation: "C" }] } },
  { kind: "dropIndex", table: "job", name: "ix_job_old" },
  { kind: "renameIndex", table: "job", from: "ix_a", to: "ix_b" },
  {
    kind: "bulkInsert",
    table: "setting",
    columns: { key: text, "the value": { kind: "jsonb" }, at: { kind: "timestamptz" }, raw: { kind: "binary" }, big: { kind: "bigint" }, on: { kind: "boolean" }, made: text },
    rows: [{ key: "it's", "the value": { a: [1, null, { __proto: "x" }] }, at: new Date("2020-01-02T03:04:05.678Z"), raw: new Uint8Array([0, 255]), big: 12345678901234567890n, on: true, made: { sql: "current_user" } }, { key: null }],
  },
  { kind: "bulkInsert", table: "role", columns: { name: text, level: integer }, rows: [{ name: "admin", level: 1 }], by: { key: ["name"] } },
  { kind: "updateRows", table: "role", columns: { name: text, level: integer }, by: { key: ["name"] }, rows: [{ name: "admin", level: 2 }], was: [{ name: "admin", level: 1 }] },
  { kind: "deleteRows", table: "grant", columns: { role_id: integer, path: text }, by: { key: ["role_id", "path"] }, rows: [{ role_id: rowReference({ table: "member", column: "id", columns: { id: integer, name: text }, key: { name: "guest" } }), path: "/" }] },
  { kind: "upsertRows", table: "role", columns: { name: text, level: integer }, by: { key: ["name"] }, rows: [{ name: "guest", level: 0 }], was: [] },
  { kind: "backfill", table: "job", assignments: { set: { title: { sql: "'untitled'" } }, where: { sql: "title IS NULL" } } },
  { kind: "execute", statements: [{ sql: "REFRESH MATERIALIZED VIEW totals" }] },
  { kind: "execute", statements: [{ sql: "ALTER TABLE job\n  ADD COLUMN x \\text" }], schema: [{ kind: "addColumn", table: "job", column: { name: "x", type: text, nullable: true } }] },
  { kind: "todo", message: "Say what existing jobs get as their title." },
  { kind: "irreversible", reason: "The merged rows cannot be told apart again." },
  { kind: "withoutTransaction", operations: [{ kind: "execute", statements: [{ sql: "VACUUM" }] }, { kind: "dropIndex", table: "job", name: "ix_big" }] },
];

/** A table with a column of every type. */
export const everyType: Table = tableOf("every_type", [
  { name: "smallint", type: { kind: "smallint" }, nullable: true, default: { value: -1 } },
  { name: "integer", type: integer, nullable: false, identity: { generation: "always", start: 10, cycle: true } },
  { name: "bigint", type: { kind: "bigint" }, nullable: true, default: { value: "9007199254740993" } },
  { name: "numeric", type: { kind: "numeric", precision: 10, scale: 2 }, nullable: false, default: { value: "0.10" } },
  { name: "numeric_plain", type: { kind: "numeric" }, nullable: true },
  { name: "real", type: { kind: "real" }, nullable: true, default: { value: "NaN" } },
  { name: "double", type: { kind: "double" }, nullable: true, default: { value: 1e300 } },
  { name: "boolean", type: { kind: "boolean" }, nullable: false, default: { value: false } },
  { name: "boolean_of_number", type: { kind: "boolean" }, nullable: false, default: { value: 1 } },
  { name: "char", type: { kind: "char", length: 2 }, nullable: true },
  { name: "varchar", type: { kind: "varchar", length: 80 }, nullable: false, collation: "C" },
  { name: "text", type: text, nullable: true, comment: 'say "hi"' },
  { name: "date", type: { kind: "date" }, nullable: false, default: { sql: "CURRENT_DATE" } },
  { name: "time", type: { kind: "time", precision: 3 }, nullable: true, default: { sql: "CURRENT_TIME" } },
  { name: "timestamp", type: { kind: "timestamp" }, nullable: true, default: { sql: "now() + interval '1 day'" } },
  { name: "timestamptz", type: { kind: "timestamptz", precision: 0 }, nullable: false, default: { sql: "CURRENT_TIMESTAMP" } },
  { name: "interval", type: { kind: "interval" }, nullable: true },
  { name: "uuid", type: { kind: "uuid" }, nullable: true, default: { sql: "gen_random_uuid()" } },
  { name: "json", type: { kind: "json" }, nullable: true, default: { value: '{"a":[1]}' } },
  { name: "jsonb", type: { kind: "jsonb" }, nullable: true },
  { name: "binary", type: { kind: "binary", length: 16 }, nullable: true, default: { value: "\\x00ff" } },
  { name: "mood", type: { kind: "enum", name: "mood" }, nullable: false, default: { value: "ok" } },
  { name: "mood_of_old", type: { kind: "enum", name: "mood" }, nullable: false, default: { value: "gone" } },
  { name: "array", type: { kind: "array", element: { kind: "array", element: integer } }, nullable: true, default: { value: "[[1,2]]" } },
  { name: "citext", type: { kind: "sql", sql: "citext" }, nullable: true },
  { name: "generated", type: integer, nullable: true, generated: { sql: "smallint + 1", storage: "virtual" } },
  { name: "1", type: integer, nullable: true },
]);
