import { relative } from "node:path";
import { writeReview, type ReviewFormat } from "../checks/formats/index.ts";
import type { Context } from "./context.ts";
import { openConfig } from "./project.ts";
import type { ReviewResult } from "./review.ts";

export type { ReviewFormat } from "../checks/formats/index.ts";

/** A review as text: a pull-request comment, data, annotations for a code host, a test report, or a page. */
export async function formatReview(context: Context, { revisions, notes }: ReviewResult, format: ReviewFormat): Promise<string> {
  const [{ rules }, config] = await Promise.all([import("../checks/rules/index.ts"), openConfig(context)]);
  return writeReview(format, { revisions, notes, rules: [...rules, ...(config.review?.ownRules ?? [])], shorten: (path) => shortened(context.folder, path) });
}

function shortened(folder: string, path: string): string {
  if (!path.startsWith("/")) return path;
  const short = relative(folder, path);
  return short.startsWith("..") ? path : short;
}
