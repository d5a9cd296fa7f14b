import type { Context } from "./context.ts";
import { projectContext, type ProjectOptions } from "./project-context.ts";

/** A command as a program calls it: with all in one object, or with a context that serves several calls. */
export interface Published<Options, Result> {
  (given?: ProjectOptions & Options): Promise<Result>;
  (context: Context, options?: Options): Promise<Result>;
}

/** Lets a command be called as `upgrade({ config, connection, target })`. It prints nothing, and never ends the process. */
export function published<Given, Result>(command: (context: Context, options: Given) => Promise<Result>): Published<NonNullable<Given>, Result> {
  type Options = NonNullable<Given>;
  return (given: Context | (ProjectOptions & Options) = {} as ProjectOptions & Options, options?: Options) =>
    isContext(given) ? command(given, options ?? ({} as Options)) : command(projectContext(given), given as Options);
}

function isContext<Given>(given: Given | Context): given is Context {
  return typeof given === "object" && given !== null && "files" in given && "report" in given;
}
