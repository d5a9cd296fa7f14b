import { userInfo } from "node:os";
import { describe, expect, test } from "vitest";
import { dialectOf, maskUrl } from "../../src/drivers/index.ts";
import { parseUrl, titleOf } from "../../src/drivers/url.ts";

const user = userInfo().username;

describe("parseUrl", () => {
  const cases: Record<string, object> = {
    "sqlite:dev.db": { client: "sqlite", dialect: "sqlite", file: "/app/dev.db", parameters: {} },
    "sqlite:./data/dev.db": { client: "sqlite", dialect: "sqlite", file: "/app/data/dev.db", parameters: {} },
    "sqlite:/var/dev.db": { client: "sqlite", dialect: "sqlite", file: "/var/dev.db", parameters: {} },
    "sqlite:///dev.db": { client: "sqlite", dialect: "sqlite", file: "/app/dev.db", parameters: {} },
    "sqlite:////var/dev.db": { client: "sqlite", dialect: "sqlite", file: "/var/dev.db", parameters: {} },
    "sqlite::memory:": { client: "sqlite", dialect: "sqlite", parameters: {} },
    "sqlite:memory": { client: "sqlite", dialect: "sqlite", file: "/app/memory", parameters: {} },
    "sqlite:dev.db?mode=ro": { client: "sqlite", dialect: "sqlite", file: "/app/dev.db", parameters: { mode: "ro" } },
    "pglite:": { client: "pglite", dialect: "postgres", parameters: {} },
    "pglite:./pg": { client: "pglite", dialect: "postgres", file: "/app/pg", parameters: {} },
    "postgres://ada:p%40ss@db.example:6543/shop?sslmode=require": { client: "postgres", dialect: "postgres", host: "db.example", port: 6543, user: "ada", password: "p@ss", database: "shop", parameters: { sslmode: "require" } },
    "postgresql:///shop?host=/run/pg": { client: "postgres", dialect: "postgres", host: "/run/pg", user, database: "shop", parameters: {} },
    "postgres://localhost": { client: "postgres", dialect: "postgres", host: "localhost", user, database: user, parameters: {} },
    "mysql://ada@localhost/shop": { client: "mysql", dialect: "mysql", host: "localhost", user: "ada", database: "shop", parameters: {} },
    "mariadb:///shop?socketPath=/run/mysqld.sock": { client: "mysql", dialect: "mariadb", host: "/run/mysqld.sock", user, database: "shop", parameters: {} },
  };
  for (const [url, parts] of Object.entries(cases)) test(url, () => expect(parseUrl(url, "/app")).toEqual(parts));
});

describe("maskUrl", () => {
  const cases: Record<string, string> = {
    "postgres://ada:secret@db/shop": "postgres://ada:***@db/shop",
    "postgres://ada:se/cr@et@db/shop?sslmode=require": "postgres://ada:***@db/shop?sslmode=require",
    "postgres://ada:who?knows@db/shop": "postgres://ada:***@db/shop",
    "mysql://:secret@db/shop": "mysql://:***@db/shop",
    "postgres:///shop?user=ada&password=secret&host=/run": "postgres:///shop?user=ada&password=***&host=/run",
    "postgres://db/shop?options=a@b/c": "postgres://db/shop?options=a@b/c",
    "sqlite:dev.db": "sqlite:dev.db",
  };
  for (const [url, masked] of Object.entries(cases)) test(url, () => expect(maskUrl(url)).toBe(masked));
});

test("a title says where, and never who", () => {
  expect(titleOf(parseUrl("postgres://ada:secret@db:6543/shop", "/app"))).toBe('database "shop" on db:6543');
});

test("an unknown scheme is refused with the nearest one", () => {
  expect(() => dialectOf("postgers://ada:secret@db/shop")).toThrowError(
    expect.objectContaining({ code: "DRV-002", message: 'The scheme "postgers:" of "postgers://ada:***@db/shop" is not known.', hint: expect.stringContaining('Did you mean "postgres"?') }),
  );
});

test("a path is no URL", () => {
  expect(() => dialectOf("dev.db")).toThrowError(expect.objectContaining({ code: "DRV-002", hint: expect.stringContaining('"sqlite:dev.db"') }));
});
