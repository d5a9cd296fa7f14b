import { createRequire } from "node:module";
import type * as Sucrase from "sucrase";
import { encodeFault } from "./fault-code.ts";

let sucrase: typeof Sucrase | undefined;

/** JavaScript for TypeScript, line by line the same; as an ES module, or as CommonJS. What cannot be read is a hook's fault. */
export function withoutTypes(source: string, file: string, commonJs: boolean): string {
  sucrase ??= createRequire(import.meta.url)("sucrase") as typeof Sucrase;
  try {
    return sucrase.transform(source, { transforms: commonJs ? ["typescript", "imports"] : ["typescript"], disableESTransforms: true, keepUnusedImports: true, preserveDynamicImport: true }).code;
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    throw new SyntaxError(encodeFault({ kind: "parse", file, message: message.replace(/ \(\d+:\d+\)$/, "").replace(/^Error transforming [^:]*: /, ""), ...loc }));
  }
}
