import { expect, test } from "vitest";
import { rowsTaken } from "../../src/checks/rows-taken.ts";

const statements: Readonly<Record<string, ReturnType<typeof rowsTaken>>> = {
  "DELETE FROM users": [{ table: "users", alias: "users", from: " users" }],
  "DELETE FROM ONLY auth.users AS u WHERE u.id = 1 RETURNING id;": [{ table: "auth.users", alias: "u", from: " ONLY auth.users AS u ", condition: " u.id = 1 " }],
  "DELETE FROM users u USING orders o WHERE o.user_id = u.id": [{ table: "users", alias: "u", from: " users u ,  orders o ", condition: " o.user_id = u.id" }],
  "DELETE u, o FROM users u JOIN orders o ON o.user_id = u.id WHERE o.id = 3": [
    { table: "users", alias: "u", from: " users u JOIN orders o ON o.user_id = u.id ", condition: " o.id = 3" },
    { table: "orders", alias: "o", from: " users u JOIN orders o ON o.user_id = u.id ", condition: " o.id = 3" },
  ],
  "DELETE `users`.* FROM `users` INNER JOIN orders USING (id)": [{ table: "users", alias: "`users`", from: " `users` INNER JOIN orders USING (id)" }],
  "DELETE FROM users USING users JOIN orders ON true WHERE 1 = 1": [{ table: "users", alias: "users", from: " users JOIN orders ON true ", condition: " 1 = 1" }],
  "WITH gone AS (SELECT 1 AS id) DELETE FROM users WHERE id IN (SELECT id FROM gone)": [{ table: "users", alias: "users", from: " users ", condition: " id IN (SELECT id FROM gone)", with: "WITH  gone AS (SELECT 1 AS id) " }],
  "DELETE FROM users WHERE id IN (SELECT id FROM old LIMIT 3)": [{ table: "users", alias: "users", from: " users ", condition: " id IN (SELECT id FROM old LIMIT 3)" }],
  "DELETE FROM users ORDER BY id LIMIT 3": [],
  "UPDATE users SET id = id + 1, name = 'a, b = c' WHERE id > 1": [{ table: "users", alias: "users", from: " users ", columns: ["id", "name"], condition: " id > 1" }],
  "UPDATE users u SET (id, name) = (SELECT 1, 'x') FROM orders o WHERE o.user_id = u.id": [{ table: "users", alias: "u", from: " users u ,  orders o ", columns: ["id", "name"], condition: " o.user_id = u.id" }],
  "UPDATE users u JOIN orders o ON o.user_id = u.id SET u.id = 9, o.id = 8": [
    { table: "users", alias: "u", from: " users u JOIN orders o ON o.user_id = u.id ", columns: ["id"] },
    { table: "orders", alias: "o", from: " users u JOIN orders o ON o.user_id = u.id ", columns: ["id"] },
  ],
  "UPDATE OR IGNORE users SET id = 9": [{ table: "users", alias: "users", from: " users ", columns: ["id"] }],
  "SELECT 1": [],
  "CREATE TABLE t (id integer)": [],
};

for (const [sql, expected] of Object.entries(statements)) test(sql, () => expect(rowsTaken(sql)).toEqual(expected));
