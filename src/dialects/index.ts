import type { Dialect, DialectName } from "./dialect.ts";

export type { Dialect, DialectName } from "./dialect.ts";

const loaders: { readonly [K in DialectName]: () => Promise<Dialect> } = {
  postgres: async () => (await import("./postgres/index.ts")).postgres,
  sqlite: async () => (await import("./sqlite/index.ts")).sqlite,
  mysql: async () => (await import("./mysql/index.ts")).mysql,
  mariadb: async () => (await import("./mysql/index.ts")).mariadb,
};

export const dialectNames = Object.keys(loaders) as readonly DialectName[];

/** Loads the knowledge of one database, and of no other. */
export function loadDialect(name: DialectName): Promise<Dialect> {
  return loaders[name]();
}
