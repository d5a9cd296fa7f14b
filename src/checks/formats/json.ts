import type { RevisionReview } from "../review.ts";
import type { ReportInput } from "./index.ts";

/** Everything as data. The schemas before and after are left to `snapshots`; what differs is told. */
export function json({ revisions, notes, shorten }: ReportInput): string {
  return `${JSON.stringify({ revisions: revisions.map((review) => plain(review, shorten)), notes }, null, 2)}\n`;
}

/** A review without its schemas, and with short paths. */
export function plain(given: RevisionReview, shorten: (path: string) => string) {
  const { before: _before, after: _after, ...review } = given;
  const placed = <T extends { readonly place?: { readonly file: string } }>(each: T): T => (each.place ? { ...each, place: { ...each.place, file: shorten(each.place.file) } } : each);
  return { ...review, ...(review.file !== undefined && { file: shorten(review.file) }), operations: review.operations.map(placed), findings: review.findings.map(placed) };
}
