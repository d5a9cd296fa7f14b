import { readJson } from "./read-json.ts";

type Exports = Readonly<Record<string, string | { readonly default?: string }>>;

let known: Exports | undefined;

/** The URL of `graven` or `graven/…` in this very copy of the package, for projects that have not installed it; nothing for other specifiers. */
export function ownModule(specifier: string): string | undefined {
  if (specifier !== "graven" && !specifier.startsWith("graven/")) return undefined;
  known ??= ((readJson(new URL("../../package.json", import.meta.url)) as { exports?: Exports } | undefined)?.exports ?? {});
  const entry = known[`.${specifier.slice("graven".length)}`];
  const path = typeof entry === "string" ? entry : entry?.default;
  return path === undefined ? undefined : new URL(`../../${path}`, import.meta.url).href;
}
