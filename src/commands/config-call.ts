import { GravenError, messageOf } from "../base/errors.ts";
import { placesIn } from "../base/trace.ts";

/** Calls a function of the config. Throws CFG-010, with the place, where it throws. */
export function callOfConfig<T>(name: string, call: () => T): T {
  try {
    const result = call();
    return result instanceof Promise ? (result.catch((error: unknown) => refuse(name, error)) as T) : result;
  } catch (error) {
    return refuse(name, error);
  }
}

/** Throws CFG-010 for something else than a function of the config should give. */
export function oddResult(name: string, expected: string): GravenError {
  return new GravenError("CFG-010", `\`${name}\` of the config should give ${expected}.`, { hint: "Correct it in the config." });
}

function refuse(name: string, error: unknown): never {
  if (error instanceof GravenError) throw error;
  throw new GravenError("CFG-010", `\`${name}\` of the config throws: ${messageOf(error)}`, { place: placesIn(error instanceof Error ? (error.stack ?? "") : "")[0], hint: "Correct it in the config.", cause: error });
}
