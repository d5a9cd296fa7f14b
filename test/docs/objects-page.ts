import { loadDialect, type DialectName } from "../../src/dialects/index.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { applyOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import type { Schema } from "../../src/schema/types.ts";
import { allCases, skipOf } from "../support/cases.ts";
import { readBackFromSql } from "../support/read-back.ts";
import { features, type Feature } from "./object-features.ts";

const columns = ["read", "builder", "create", "alter", "drop", "rename", "introspect"] as const;
type Cell = (typeof columns)[number];

const intro = `# Objects

What graven knows on each database, by the tests that prove it. A test writes this page from the folders of \`test/cases\`, and fails when it is stale: \`npx vitest run test/docs -u\`.

- **read**: the SQL that makes it is read as a model (\`test/laws/read.test.ts\`).
- **builder**: TypeScript models declare it.
- **create**, **alter**, **drop**, **rename**: a case does so on a real database with rows in it, and goes back (\`test/laws/reality.test.ts\`). What is altered may be made anew where the database has no other way.
- **introspect**: it is read back from a real database, and equals what was declared.

\`—\` says that the database has no such thing: it is there or it is not, and nothing of it could be altered (how a table of PostgreSQL is partitioned cannot, and is refused). \`·\` says that it has no name of its own. A cell is never empty.
No MySQL server runs in the tests: there the statements are held by golden files, and nothing is read back. The last column names cases.
`;

const titles: Readonly<Record<DialectName, string>> = { postgres: "PostgreSQL", mariadb: "MariaDB", mysql: "MySQL", sqlite: "SQLite" };

/** docs/objects.md, made from the cases. */
export async function objectsPage(): Promise<string> {
  const sections: string[] = [];
  for (const name of ["postgres", "mariadb", "mysql", "sqlite"] as const) sections.push(await section(name));
  return `${intro}\n${sections.join("\n")}`;
}

async function section(name: DialectName): Promise<string> {
  const rows = await proofs(name);
  const table = features.flatMap((feature) => {
    const row = rows.get(feature);
    if (!row) return [];
    const cells = columns.map((column) => cellText(feature, column, row, name));
    return [`| ${feature.name} | ${cells.join(" | ")} | ${[...row.cases].slice(0, 2).join(", ")} |`];
  });
  return [`## ${titles[name]}\n`, `| Object | ${columns.join(" | ")} | cases |`, `|---|${columns.map(() => ":-:|").join("")}---|`, ...table, ""].join("\n");
}

/** Throws where no case proves what the database can do: the page has no cell for "not tried". */
function cellText(feature: Feature, column: Cell, { cells }: Row, name: DialectName): string {
  if (column === "rename" && !feature.renames) return "·";
  if (cells.has(column)) return "✓";
  if ((column === "alter" && feature.stands?.includes(name)) || (column === "introspect" && name === "mysql")) return "—";
  throw new Error(`No case proves ${column} of ${feature.name} on ${titles[name]}. Write one in test/cases, or say in object-features.ts that there is nothing to prove.`);
}

interface Row {
  readonly cells: Set<Cell>;
  readonly cases: Set<string>;
}

async function proofs(name: DialectName): Promise<ReadonlyMap<Feature, Row>> {
  const dialect = await loadDialect(name);
  const rows = new Map<Feature, Row>();
  for (const each of await allCases()) {
    if (skipOf(each.options, name)) continue;
    const { before, after, operations } = await each.load(dialect);
    const [start, end] = [dialect.physical(before.schema), dialect.physical(applyOperations(before.schema, operations))];
    const renamed = dialect.physical(renamedOnly(before.schema, operations));
    const reads = await Promise.all([before.schema, after.schema].map(async (schema) => !diffSchemas(dialect.physical({ ...schema, requiredRows: {} }), dialect.physical(await readBackFromSql(schema, dialect)), { comparison: dialect }).length));
    for (const feature of features) {
      const [was, stays, is] = [feature.find(start), feature.find(renamed), feature.find(end)];
      if (!was.size && !is.size) continue;
      const row = rows.get(feature) ?? { cells: new Set<Cell>(), cases: new Set<string>() };
      rows.set(feature, row);
      const found = cellsOf(feature, was, stays, is, operations);
      if ((was.size && reads[0]) || (is.size && reads[1])) found.add("read");
      if (name !== "mysql") found.add("introspect");
      // The cases that are named first are those that prove something new.
      if ([...found].some((cell) => !row.cells.has(cell))) row.cases.add(each.name);
      for (const cell of found) row.cells.add(cell);
    }
  }
  return rows;
}

function cellsOf(feature: Feature, was: ReadonlyMap<string, unknown>, stays: ReadonlyMap<string, unknown>, is: ReadonlyMap<string, unknown>, operations: readonly Operation[]): Set<Cell> {
  const cells = new Set<Cell>(["builder", "create"]);
  // What comes goes on the way back, and what goes comes.
  if ([...stays.keys()].some((key) => !is.has(key)) || [...is.keys()].some((key) => !stays.has(key))) cells.add("drop");
  if ([...stays].some(([key, definition]) => is.has(key) && JSON.stringify(definition) !== JSON.stringify(is.get(key)))) cells.add("alter");
  const keys = [...was.keys()];
  if (feature.renames && operations.some(feature.renames) && keys.some((key) => !stays.has(key))) cells.add("rename");
  return cells;
}

const renames: ReadonlySet<Operation["kind"]> = new Set<Operation["kind"]>(["renameTable", "renameColumn", "renameEnum", "renameEnumLabel", "renameConstraint", "renameIndex", "renameObject"]);

/** The schema with its renames alone: what differs then is no matter of names. */
function renamedOnly(schema: Schema, operations: readonly Operation[]): Schema {
  const first = operations.findIndex(({ kind }) => !renames.has(kind));
  return applyOperations(schema, first < 0 ? operations : operations.slice(0, first));
}
