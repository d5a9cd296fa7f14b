/**
 * rarer objects of postgres are renamed
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import type { Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameEnum("mood", "humour");
  op.renameConstraint("job", "no_overlap", "one_at_a_time");
  op.renameObject("procedure sweep()", "tidy");
  op.renameObject("trigger job.touched", "job_touched");
  op.renameObject("rangeType span", "hours");
  op.renameObject("aggregate joined(text)", "all_joined");
  op.renameObject("rule job.quiet", "job_quiet");
  op.renameObject("policy job.own", "job_own");
  op.renameObject("eventTrigger guarding", "watching");
  op.renameObject("statistics job_stats", "city_stats");
  op.renameObject("collation german", "austrian");
  op.renameObject("textSearchConfiguration words", "all_words");
  op.renameObject("textSearchDictionary short", "shorter");
  op.renameObject("textSearchParser reader", "scanner");
  op.renameObject("textSearchTemplate plain", "plainer");
}

export function downgrade(op: Operations) {
  op.renameObject("textSearchTemplate plainer", "plain");
  op.renameObject("textSearchParser scanner", "reader");
  op.renameObject("textSearchDictionary shorter", "short");
  op.renameObject("textSearchConfiguration all_words", "words");
  op.renameObject("collation austrian", "german");
  op.renameObject("statistics city_stats", "job_stats");
  op.renameObject("eventTrigger watching", "guarding");
  op.renameObject("policy job.job_own", "own");
  op.renameObject("rule job.job_quiet", "quiet");
  op.renameObject("aggregate all_joined(text)", "joined");
  op.renameObject("rangeType hours", "span");
  op.renameObject("trigger job.job_touched", "touched");
  op.renameObject("procedure tidy()", "sweep");
  op.renameConstraint("job", "one_at_a_time", "no_overlap");
  op.renameEnum("humour", "mood");
}
