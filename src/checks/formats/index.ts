import type { RevisionReview } from "../review.ts";
import type { Rule } from "../rule.ts";

export type ReviewFormat = "markdown" | "json" | "sarif" | "junit" | "html";

export interface ReportInput {
  readonly revisions: readonly RevisionReview[];
  readonly notes: readonly string[];
  readonly rules: readonly Rule[];
  /** A path as it should be shown: from the project's folder. */
  readonly shorten: (path: string) => string;
}

const writers: { readonly [K in ReviewFormat]: () => Promise<(input: ReportInput) => string> } = {
  markdown: async () => (await import("./markdown.ts")).markdown,
  json: async () => (await import("./json.ts")).json,
  sarif: async () => (await import("./sarif.ts")).sarif,
  junit: async () => (await import("./junit.ts")).junit,
  html: async () => (await import("./html.ts")).html,
};

/** A review as text in one of the formats. */
export async function writeReview(format: ReviewFormat, input: ReportInput): Promise<string> {
  return (await writers[format]())(input);
}
