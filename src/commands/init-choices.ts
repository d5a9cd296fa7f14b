/** The databases that `gen init` knows, by the name of its flag. */
export const initDialects = {
  sqlite: { url: "sqlite:dev.db", client: "better-sqlite3" },
  pglite: { url: "pglite:./dev-db", client: "@electric-sql/pglite" },
  postgres: { url: "postgres://localhost/app", client: "pg" },
  mysql: { url: "mysql://localhost/app", client: "mysql2" },
  mariadb: { url: "mariadb://localhost/app", client: "mysql2" },
} as const;

export type InitDialect = keyof typeof initDialects;
export const initTemplates = ["blank", "example"] as const;
