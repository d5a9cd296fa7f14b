import { createRequire } from "node:module";
import type { QueryText, QueryUses } from "../../base/query-uses.ts";
import type { DialectName } from "../../dialects/dialect.ts";
import { KeyedCache } from "../keyed-cache.ts";
import { NotCovered, usesOf, type TreeNode } from "./query-uses.ts";

/** What the parser calls our dialects. */
const parserDialects: Readonly<Record<DialectName, string>> = { postgres: "postgresql", sqlite: "sqlite", mysql: "mysql", mariadb: "mariadb" };

/** The schema that a name need not say. */
const ownSchemas: Readonly<Partial<Record<DialectName, string>>> = { sqlite: "main" };

type Parse = (sql: string, options: { readonly dialect: string }) => { readonly statements: readonly TreeNode[] };

/** The parser, once it is asked for; nothing where it is not installed. */
let parser: Parse | undefined | null = null;

/**
 * Parses queries with sql-parser-cst and tells what they use. The parser is large, and is loaded for the first text that the cache
 * does not know. A text that it does not take gives nothing, and neither does any where the package was left out.
 */
export class ParsedQueries {
  private readonly dialect: DialectName;
  private readonly cache: KeyedCache<QueryUses | null>;

  constructor(dialect: DialectName, cacheFolder?: string) {
    this.dialect = dialect;
    this.cache = new KeyedCache(cacheFolder, `queries-${dialect}`, { keepsUnused: true });
  }

  readonly read = ({ sql, as }: QueryText): QueryUses | undefined => {
    const text = as === "query" ? sql : `SELECT (${sql})`;
    const known = this.cache.find(text);
    if (known !== undefined) return known ?? undefined;
    parser ??= parser === null ? loadParser() : undefined;
    if (!parser) return undefined;
    return this.cache.add(text, parsed(parser, text, this.dialect)) ?? undefined;
  };

  save(): void {
    this.cache.save();
  }
}

function loadParser(): Parse | undefined {
  const require = createRequire(import.meta.url);
  try {
    return (require("sql-parser-cst") as { readonly parse: Parse }).parse;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

function parsed(parse: Parse, sql: string, dialect: DialectName): QueryUses | null {
  let statements: readonly TreeNode[];
  try {
    ({ statements } = parse(sql, { dialect: parserDialects[dialect] }));
  } catch {
    // What the parser does not know is no fault of the query.
    return null;
  }
  const queries = statements.filter(({ type }) => type !== "empty");
  try {
    return queries.length === 1 ? usesOf(queries[0]!, ownSchemas[dialect]) : null;
  } catch (error) {
    if (error instanceof NotCovered) return null;
    throw error;
  }
}
