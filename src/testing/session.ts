import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Config } from "../commands/config.ts";
import { configNames } from "../commands/config.ts";
import type { Context } from "../commands/context.ts";
import { projectContext } from "../commands/project-context.ts";
import { checkedTestOptions, type TestName, type TestOptions } from "../commands/test-options.ts";
import { adopted } from "./adopt.ts";
import { builtInTests, faultText } from "./built-in/index.ts";
import { wantedNames, type WantedTest } from "./catalogue-of-tests.ts";
import { enginesOf, type Engine } from "./engine.ts";
import { TestProject } from "./project.ts";
import { Suite } from "./suite.ts";

/** The project that is tested, beside how. */
export interface ProjectToTest {
  /** The config as a value, or its file: from the working folder, or from the folder of the file that names it. Default: the `graven.config.ts` there. */
  readonly config?: string | Config;
  /** Where relative paths start. Default: the working folder. */
  readonly folder?: string;
  /** Test on this database, in place of those that the options or the config name. */
  readonly url?: string;
}

/** How a test ended. A fault is the whole text for a person. */
export interface Outcome {
  readonly fault?: string;
  readonly skipped?: string;
  readonly warnings: readonly string[];
}

/** A run of built-in tests over one project: one at a time, whoever asks. */
export class TestSession {
  readonly project: TestProject;
  readonly engines: readonly Engine[];
  private readonly suites: readonly Suite[];
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(project: TestProject) {
    this.project = project;
    this.engines = enginesOf(project);
    this.suites = this.engines.map((engine) => new Suite(project, engine));
  }

  /** Opens the project. `caller` is the file that asks. Throws CFG-00x, REV-0xx, TST-001 to TST-003, TST-008. */
  static async open(options: TestOptions & ProjectToTest, caller?: string): Promise<TestSession> {
    const { config, folder, url, ...test } = adopted(options);
    return TestSession.with(projectContext({ ...whereIs(config, folder, caller), ...(url !== undefined && { url }) }), test);
  }

  static async with(context: Context, options: TestOptions): Promise<TestSession> {
    return new TestSession(await TestProject.open(context, checkedTestOptions(options)));
  }

  /** The tests that the options, and those of the config, want. */
  get tests(): readonly WantedTest[] {
    return wantedNames(this.project.options);
  }

  /** Begins on the first database, where tests of one are wanted: those that need none keep it waiting otherwise. */
  begin(): void {
    if (this.tests.some(({ scope }) => scope === "database")) this.suites[0]?.begin();
  }

  /** Runs one test, on one of the engines or on all. */
  run(name: TestName, engine?: number): Promise<Outcome> {
    const outcome = this.turn.then(() => this.runNow(name, engine));
    this.turn = outcome;
    return outcome;
  }

  async close(): Promise<void> {
    await this.turn;
    for (const suite of this.suites) await suite.close();
  }

  private async runNow(name: TestName, engine: number | undefined): Promise<Outcome> {
    const test = builtInTests[name];
    if (!this.tests.some((each) => each.name === name)) return { skipped: "The config's test options leave it out.", warnings: [] };
    const warnings: string[] = [];
    const warn = (message: string) => warnings.push(message);
    const suites = engine === undefined ? this.suites : this.suites.slice(engine, engine + 1);
    const faults: string[] = [];
    for (const suite of test.scope === "project" ? [undefined] : suites) {
      try {
        await (test.scope === "project" ? test.run(this.project, warn) : test.run(suite!, warn));
      } catch (error) {
        faults.push(`${suite && suites.length > 1 ? `On ${suite.engine.name}:\n` : ""}${shortened(faultText(error), this.project.config.folder)}`);
      }
      warnings.push(...(suite?.takeWarnings() ?? []));
    }
    return { warnings, ...(faults.length && { fault: faults.join("\n\n") }) };
  }
}

/** The config and the folder of its paths: what the caller named may be meant from the working folder or from its own. */
export function whereIs(config: string | Config | undefined, folder: string | undefined, caller: string | undefined): { readonly config?: string | Config; readonly folder: string } {
  const here = resolve(folder ?? process.cwd());
  if (typeof config === "object") return { config, folder: folder === undefined && caller !== undefined ? dirname(caller) : here };
  const folders = [here, ...(folder === undefined && caller !== undefined ? foldersAbove(dirname(caller), here) : [])];
  if (config !== undefined) return { config: folders.map((each) => resolve(each, config)).find((path) => existsSync(path)) ?? resolve(here, config), folder: here };
  return { folder: folders.find((each) => configNames.some((name) => existsSync(resolve(each, name)))) ?? here };
}

function foldersAbove(folder: string, last: string): string[] {
  const parent = dirname(folder);
  return folder === last || parent === folder || relative(last, folder).startsWith("..") ? [folder] : [folder, ...foldersAbove(parent, last)];
}

function shortened(text: string, folder: string): string {
  return text.replaceAll(`${folder}/`, "");
}
