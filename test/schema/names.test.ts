import { expect, test } from "vitest";
import { mariadb, mysql } from "../../src/dialects/mysql/index.ts";
import { conventionName, fitName, standardName, unknownTokens, type NameRequest } from "../../src/schema/names.ts";

const free = () => false;
const request = (change: Partial<NameRequest> = {}): NameRequest => ({ kind: "index", table: "users", columns: ["last", "first"], ...change });

test("without a convention names are PostgreSQL's own, numbered when taken", () => {
  expect(standardName(request({ kind: "primaryKey" }), free)).toBe("users_pkey");
  expect(standardName(request({ kind: "unique" }), free)).toBe("users_last_first_key");
  expect(standardName(request({ kind: "foreignKey" }), free)).toBe("users_last_first_fkey");
  expect(standardName(request({ kind: "check", columns: ["age"] }), free)).toBe("users_age_check");
  expect(standardName(request(), (name) => name === "users_last_first_idx" || name === "users_last_first_idx1")).toBe("users_last_first_idx2");
});

test("a convention's tokens are Alembic's", () => {
  const convention = {
    ix: "ix_%(table_name)s_%(column_0_N_name)s",
    uq: "uq_%(column_0_label)s_%(column_1_name)s",
    fk: "fk_%(table_name)s_%(column_0N_name)s_%(referred_table_name)s_%(referred_column_0_name)s",
    ck: "ck_%(table_name)s_%(constraint_name)s",
  };
  const name = conventionName(convention, standardName);
  expect(name(request(), free)).toBe("ix_users_last_first");
  expect(name(request({ kind: "unique" }), free)).toBe("uq_users_last_first");
  expect(name(request({ kind: "foreignKey", referredTable: "people", referredColumns: ["id"] }), free)).toBe("fk_users_lastfirst_people_id");
  expect(name(request({ kind: "check", constraintName: "adult" }), free)).toBe("ck_users_adult");
  expect(name(request({ kind: "primaryKey" }), free)).toBe("users_pkey");
});

test("tokens that do not exist are found", () => {
  expect(unknownTokens("ix_%(tabel)s_%(column_3_name)s_%(column_0_label)s")).toEqual(["tabel"]);
});

test("a name beyond the limit keeps its beginning and gets a stable hash, counted in bytes", () => {
  expect(fitName("short", 63)).toBe("short");
  const long = fitName("a".repeat(80), 63);
  expect(long).toBe(`${"a".repeat(54)}_0f45e858`);
  expect(fitName("ä".repeat(40), 63)).toMatch(/^ä{27}_[0-9a-f]{8}$/);
  expect(fitName("a".repeat(81), 63)).not.toBe(long);
});

test("MySQL and MariaDB have names of their own", () => {
  for (const dialect of [mysql, mariadb]) {
    const { names } = dialect.naming;
    expect(names(request({ kind: "primaryKey" }), free)).toBe("PRIMARY");
    expect(names(request({ kind: "unique" }), free)).toBe("last");
    expect(names(request(), (name) => name === "last")).toBe("last_2");
    expect(names(request({ kind: "foreignKey" }), free)).toBe("users_ibfk_1");
  }
  expect(mysql.naming.names(request({ kind: "check" }), free)).toBe("users_chk_1");
  expect(mariadb.naming.names(request({ kind: "check" }), free)).toBe("CONSTRAINT_1");
});
