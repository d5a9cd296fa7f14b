// Compiles src, unless the build is newer than every source file. `dist-modules` has a file for each source file, for tests and benches
// that look inside; `dist`, which is published, has the same code joined into few files, as loading hundreds of small ones is most of
// what a short command costs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const stamp = join(root, "dist/.built");

/** What is loaded from outside: package.json's exports, the command, and what runs in a thread, a process or a realm of its own. */
const entries = ["index", "cli/bin", "models/index", "runtime/revision", "fixtures/fixture", "testing/index", "testing/core", "testing/list-tables", "fixtures/batch-maker", "modules/hooks", "modules/late-json"];

/** What is always needed together is one file; the rest is cut by who needs it. The first that fits takes a module, and what it imports. */
const groups = [
  { name: "base", rooms: ["base", "modules"] },
  { name: "core", rooms: ["schema", "operations", "revisions", "models", "seeds"] },
  { name: "diff", rooms: ["diff", "dialects/ansi"] },
  { name: "runtime", rooms: ["runtime"] },
  { name: "checks", rooms: ["checks/rules"] },
];

/** Packages of many small files, joined with ours, yargs with what it is made of. Their licences come along. */
const joined = ["kysely", "@noble/hashes", "yargs", "yargs-parser", "cliui", "y18n", "string-width", "strip-ansi", "ansi-regex", "ansi-styles", "wrap-ansi", "emoji-regex", "get-east-asian-width", "escalade", "get-caller-file"];

/**
 * How wide a text is in a terminal matters to help alone, but `string-width` makes a segmenter and patterns over all of Unicode when it
 * is loaded: 20 ms, a sixth of what a short command takes. They are made when somebody asks for a width.
 */
const lateStringWidth = {
  name: "late-string-width",
  transform(code, id) {
    if (!id.replaceAll("\\", "/").endsWith("/string-width/index.js")) return;
    const imports = code.match(/^import .*;\n/gm).join("");
    const body = code
      .replaceAll(/^import .*;\n/gm, "")
      // A pattern that is written out is checked when its file is read, be it within a function.
      .replaceAll(/^const (\w+) = \/(.+)\/(\w*);$/gm, (_, name, pattern, flags) => `const ${name} = new RegExp(${JSON.stringify(pattern)}, ${JSON.stringify(flags)});`)
      .replace("export default function", "return function");
    if (/^export /m.test(body) || !body.includes("return function") || / = \/.+\/v;/.test(body)) throw new Error(`${id} is not written as it was: .ci/build.mjs puts off what it makes.`);
    return `${imports}const make = () => {\n${body}\n};\nlet width;\nexport default (text, options) => (width ??= make())(text, options);\n`;
  },
};

const isFresh = existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(newest("src"), ...["tsconfig.build.json", "package.json", ".ci/build.mjs"].map((file) => statSync(join(root, file)).mtimeMs));
if (!isFresh) {
  // Made beside their places and then put there, so that a command that runs meanwhile keeps its files, and a failed build changes nothing.
  const made = { "dist-modules": join(root, `dist-${process.pid}-modules`), dist: join(root, `dist-${process.pid}`) };
  try {
    compile(made["dist-modules"]);
    await joinModules(made["dist-modules"], made.dist);
    for (const [place, fresh] of Object.entries(made)) replace(join(root, place), fresh);
  } finally {
    for (const folder of Object.values(made)) rmSync(folder, { recursive: true, force: true });
  }
}

function newest(folder) {
  return Math.max(0, ...readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => (entry.isDirectory() ? newest(join(folder, entry.name)) : statSync(join(root, folder, entry.name)).mtimeMs)));
}

function hashOf(folder) {
  const hash = createHash("sha1");
  for (const path of readdirSync(join(root, folder), { recursive: true }).sort()) if (path.endsWith(".ts")) hash.update(`${path.replaceAll("\\", "/")}\n`).update(readFileSync(join(root, folder, path)));
  return hash.digest("hex").slice(0, 12);
}

function compile(folder) {
  const { status } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json", "--outDir", folder], { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    process.exit(status ?? 1);
  }
}

async function joinModules(modules, folder) {
  // Loaded here, as most calls find the build fresh.
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    cwd: modules,
    input: Object.fromEntries(entries.map((entry) => [entry, join(modules, `${entry}.js`)])),
    platform: "node",
    plugins: [lateStringWidth],
    treeshake: { moduleSideEffects: false },
    // What caches tell builds apart by: src/readers/code-stamp.ts.
    transform: { define: { GRAVEN_SOURCES: JSON.stringify(hashOf("src")) } },
    external: (id) => !id.startsWith(".") && !isAbsolute(id) && !joined.some((name) => id === name || id.startsWith(`${name}/`)),
  });
  await bundle.write({
    dir: folder,
    format: "es",
    comments: false,
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name].js",
    codeSplitting: { groups: groups.map(({ name, rooms }, at) => ({ name, priority: groups.length - at, test: (id) => rooms.some((room) => id.replaceAll("\\", "/").startsWith(`${modules.replaceAll("\\", "/")}/${room}/`)) })) },
  });
  await bundle.close();
  cpSync(modules, folder, { recursive: true, filter: (path) => statSync(path).isDirectory() || path.endsWith(".d.ts") });
  writeFileSync(join(folder, "LICENSES.txt"), joined.map((name) => `Parts of ${name} are joined into these files, under this licence:\n\n${licenceOf(name)}\n`).join("\n---\n\n"));
  chmodSync(join(folder, "cli/bin.js"), 0o755);
  writeFileSync(join(folder, ".built"), "");
}

function licenceOf(name) {
  const folder = join(root, "node_modules", name);
  return readFileSync(join(folder, readdirSync(folder).find((file) => /^licen[sc]e/i.test(file))), "utf8").trim();
}

function replace(place, fresh) {
  const former = `${fresh}-former`;
  if (existsSync(place)) renameSync(place, former);
  renameSync(fresh, place);
  rmSync(former, { recursive: true, force: true });
}
