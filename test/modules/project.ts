import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** An author's project in a folder of its own, and the compiled package somewhere else: the project has not installed it. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "graven-project-"));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Runs a script in plain Node (`GRAVEN_TEST_NODE` names another one), which has `loadModule` and `report` at hand, and gives what it reports. */
  async run(compiled: string, script: string): Promise<any> {
    this.write(
      "script.mjs",
      `import { loadModule } from ${JSON.stringify(join(compiled, "dist/modules/load.js"))};
const report = (value) => console.log("REPORT" + JSON.stringify(value));
const failure = (promise) => promise.then(() => "no failure", ({ code, message, hint, place, cause }) => ({ code, message, hint, place, cause: cause?.message }));
${script}`,
    );
    const { stdout } = await promisify(execFile)(process.env["GRAVEN_TEST_NODE"] ?? process.execPath, [this.path("script.mjs")], { cwd: this.folder, env: { ...process.env, NODE_OPTIONS: "" } });
    return JSON.parse(stdout.slice(stdout.indexOf("REPORT") + "REPORT".length));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Compiles the floors that loading needs, file by file, as the package is published: `dist` beside package.json. */
export function compilePackage(): string {
  const folder = mkdtempSync(join(tmpdir(), "graven-package-"));
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const { options } = ts.getParsedCommandLineOfConfigFile(join(root, "tsconfig.build.json"), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} })!;
  // A file by itself does not see package.json's "type", which makes these ES modules.
  const compilerOptions = { ...options, module: ts.ModuleKind.ESNext };
  for (const name of ["base", "schema", "operations", "models", "modules", "runtime"]) {
    for (const file of readdirSync(join(root, "src", name)).filter((each) => each.endsWith(".ts"))) {
      const target = join(folder, "dist", name, file.replace(/\.ts$/, ".js"));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, ts.transpileModule(readFileSync(join(root, "src", name, file), "utf8"), { compilerOptions, fileName: file }).outputText);
    }
  }
  return folder;
}
