// The models of the benchmark: the same tables, in the same files, in the words of each tool.

const tablesPerFile = 50;

/** The columns of every table, beside its key and its foreign key: name and the two spellings. */
const columns = [
  ["name", "varchar(120).notNull()", 'varchar("name", { length: 120 }).notNull()'],
  ["email", "varchar(200)", 'varchar("email", { length: 200 })'],
  ["code", "char(8)", 'char("code", { length: 8 })'],
  ["amount", 'numeric(10, 2).notNull().default("0")', 'numeric("amount", { precision: 10, scale: 2 }).notNull().default("0")'],
  ["quantity", "integer().notNull().default(0)", 'integer("quantity").notNull().default(0)'],
  ["ratio", "double()", 'doublePrecision("ratio")'],
  ["active", "boolean().notNull().default(true)", 'boolean("active").notNull().default(true)'],
  ["note", "text()", 'text("note")'],
  ["payload", "jsonb()", 'jsonb("payload")'],
  ["created_at", "timestamptz().notNull().defaultNow()", 'timestamp("created_at", { withTimezone: true }).notNull().defaultNow()'],
];

/** How each tool says what every table holds. */
const words = {
  graven: {
    imports: 'import { boolean, char, double, index, integer, jsonb, numeric, table, text, timestamptz, uniqueIndex, varchar } from "graven/models";',
    table: "table",
    id: "integer().primaryKey().autoIncrement()",
    reference: (target) => `integer().references(() => ${target}.id, { onDelete: "cascade" })`,
    column: ([, graven]) => graven,
    added: "varchar(40)",
    config: (folder) => `import { defineConfig } from "graven";\n\nexport default defineConfig({ models: ["./models/*.ts"], migrations: "./${folder}", dialect: "postgres" });\n`,
    configName: "graven.config.ts",
  },
  drizzle: {
    imports: 'import { type AnyPgColumn, boolean, char, doublePrecision, index, integer, jsonb, numeric, pgTable, text, timestamp, uniqueIndex, varchar } from "drizzle-orm/pg-core";',
    table: "pgTable",
    id: 'integer("id").primaryKey().generatedByDefaultAsIdentity()',
    reference: (target) => `integer("parent_id").references((): AnyPgColumn => ${target}.id, { onDelete: "cascade" })`,
    column: ([, , drizzle]) => drizzle,
    added: 'varchar("nickname", { length: 40 })',
    config: (folder) => `import { defineConfig } from "drizzle-kit";\n\nexport default defineConfig({ dialect: "postgresql", schema: "./models/*.ts", out: "./${folder}" });\n`,
    configName: "drizzle.config.ts",
  },
};

/**
 * The files of a project with so many tables: fifty to a file, each table with twelve columns, three indexes and a
 * foreign key to the table before it. The first `added` tables have one column more.
 */
export function projectFiles(tool, tables, added = 0) {
  const say = words[tool];
  const files = new Map([[say.configName, say.config("migrations")]]);
  for (let first = 1; first <= tables; first += tablesPerFile) {
    const numbers = Array.from({ length: Math.min(tablesPerFile, tables - first + 1) }, (_, index) => first + index);
    const imports = first === 1 ? [say.imports] : [say.imports, `import { ${constant(first - 1)} } from "./${fileName(first - 1)}";`];
    files.set(`models/${fileName(first)}.ts`, [imports.join("\n"), ...numbers.map((number) => tableText(say, number, added)), ""].join("\n\n"));
  }
  return files;
}

function tableText(say, number, added) {
  const name = `item_${number}`;
  const lines = [
    `id: ${say.id},`,
    `parent_id: ${say.reference(constant(Math.max(1, number - 1)))},`,
    ...columns.map((column) => `${column[0]}: ${say.column(column)},`),
    ...(number <= added ? [`nickname: ${say.added},`] : []),
  ];
  const parts = [`index("${name}_parent_idx").on(t.parent_id)`, `index("${name}_created_idx").on(t.created_at.desc(), t.name)`, `uniqueIndex("${name}_email_idx").on(t.email)`];
  return [`export const ${constant(number)} = ${say.table}("${name}", {`, ...lines.map((line) => `  ${line}`), "}, (t) => [", ...parts.map((part) => `  ${part},`), "]);"].join("\n");
}

const constant = (number) => `item${number}`;
const fileName = (number) => `items_${String(Math.ceil(number / tablesPerFile)).padStart(2, "0")}`;
