import type { Context } from "./context.ts";
import { projectContext, type ProjectOptions } from "./project-context.ts";

/** A command as a program calls it: with all in one object, or with a context that serves several calls. */
export interface Published<Options, Result> {
  (given?: ProjectOptions & Options): Promise<Result>;
  (context: Context | ProjectOptions, options?: Options): Promise<Result>;
}

type Command<Given, Result> = (context: Context, options: Given) => Promise<Result>;

/**
 * Lets a command be called as `upgrade({ config, connection, target })`. It prints nothing, and never ends the process.
 * The command is loaded with the first call, as every config and every model file imports this package.
 */
export function published<Given, Result>(load: () => Promise<Command<Given, Result>>): Published<NonNullable<Given>, Result> {
  type Options = NonNullable<Given>;
  return async (given: Context | ProjectOptions = {}, options?: Options) => {
    const command = await load();
    return isContext(given) ? command(given, options ?? ({} as Options)) : command(projectContext(given), { ...(given as unknown as Options), ...options });
  };
}

/** Lets a command whose further arguments stand by themselves be called with a context, or with what makes one. */
export function withContext<Rest extends readonly unknown[], Result>(load: () => Promise<(context: Context, ...rest: Rest) => Promise<Result>>): (context: Context | ProjectOptions, ...rest: Rest) => Promise<Result> {
  return async (given, ...rest) => (await load())(isContext(given) ? given : projectContext(given), ...rest);
}

/** A function that is loaded with its first call. */
export function later<Given extends (...given: never[]) => Promise<unknown>>(load: () => Promise<Given>): Given {
  return (async (...given: never[]) => (await load())(...given)) as Given;
}

function isContext(given: unknown): given is Context {
  return typeof given === "object" && given !== null && "files" in given && "report" in given;
}
