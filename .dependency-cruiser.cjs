// The plan of the house (docs/architecture.md): imports go down, and neither wing imports the other.
const rooms = (...names) => `^src/(${names.join("|")})/`;
const pureRooms = ["base", "schema", "operations", "revisions", "dialects", "models", "diff", "seeds"];
const authoring = ["readers", "codegen", "checks", "diff", "seeds"];
const running = ["runtime", "fixtures", "drivers"];

/** What each room may import, beside itself. */
const allowed = {
  base: [],
  schema: ["base"],
  operations: ["base", "schema"],
  models: ["base", "schema", "operations"],
  revisions: ["base", "schema", "operations"],
  dialects: ["base", "schema", "operations"],
  modules: ["base"],
  diff: ["base", "schema", "operations", "revisions", "dialects", "models"],
  seeds: ["base", "schema", "operations", "revisions", "dialects", "models"],
  readers: ["base", "schema", "operations", "revisions", "dialects", "models", "diff", "seeds"],
  codegen: ["base", "schema", "operations", "revisions", "dialects", "models", "diff", "seeds"],
  checks: ["base", "schema", "operations", "revisions", "dialects", "models", "diff", "seeds"],
  drivers: ["base", "schema", "dialects"],
  runtime: ["base", "schema", "operations", "revisions", "dialects", "models", "drivers"],
  fixtures: ["base", "schema", "operations", "revisions", "dialects", "models", "drivers"],
  commands: ["base", "schema", "operations", "revisions", "dialects", "models", "modules", ...authoring, ...running],
  testing: ["base", "schema", "operations", "revisions", "dialects", "models", "modules", ...authoring, ...running, "commands"],
  cli: ["base", "diff", "commands", "testing"],
};

/** Only these rooms may name these packages. */
const owners = [
  { packages: ["pg", "mysql2", "better-sqlite3", "@electric-sql/pglite"], rooms: ["drivers"] },
  { packages: ["sql-parser-cst", "node-sql-parser"], rooms: ["readers/sql"] },
  { packages: ["ts-morph", "prettier"], rooms: ["codegen"] },
  { packages: ["yargs", "@clack/prompts", "picocolors"], rooms: ["cli"] },
  { packages: ["@faker-js/faker", "hyparquet-writer"], rooms: ["fixtures"] },
  { packages: ["sucrase"], rooms: ["modules"] },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^(@electric-sql/pglite|mysql2|pg|better-sqlite3|sql-parser-cst)" } },
    ...Object.entries(allowed).map(([room, below]) => ({
      name: `imports-of-${room}`,
      comment: `${room} may import ${below.join(", ") || "nothing"}.`,
      severity: "error",
      from: { path: rooms(room) },
      to: { path: "^src/", pathNot: rooms(room, ...below) },
    })),
    {
      name: "pure-floors",
      comment: "The lower floors and diff have no file system, clock or process: they are handed what they need.",
      severity: "error",
      from: { path: rooms(...pureRooms) },
      to: { dependencyTypes: ["core"] },
    },
    ...owners.map(({ packages, rooms: owning }) => ({
      name: `owner-of-${packages[0].replace(/\W+/g, "-")}`,
      comment: `Only ${owning.join(", ")} may name ${packages.join(", ")}.`,
      severity: "error",
      from: { path: "^src/", pathNot: rooms(...owning) },
      to: { path: `node_modules/(${packages.join("|")})/` },
    })),
    {
      name: "light-entry",
      comment: "What a revision file imports loads nothing heavy.",
      severity: "error",
      from: { path: "^src/(runtime/revision|models/index|fixtures/fixture)\\.ts$" },
      to: { path: "node_modules/", dependencyTypesNot: ["type-only"], pathNot: "node_modules/@noble/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
