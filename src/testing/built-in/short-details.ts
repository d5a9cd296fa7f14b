import type { Finding } from "../../commands/check.ts";

/** Findings as lines: the sentence, then where. */
export function shortDetails(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ code, message, place }) => [`  ${code}  ${message}`, ...(place === undefined ? [] : [`         ${place}`])]);
}
