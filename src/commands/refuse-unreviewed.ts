import { GravenError } from "../base/errors.ts";
import { counted } from "../base/text.ts";
import type { Project } from "./project.ts";

/** Refuses a path on which a review finds errors that no comment allows (RVW-006), before the first statement. */
export async function refuseUnreviewed(project: Project, path: readonly string[]): Promise<void> {
  const [{ reviewOne }, { reviewSettings }] = await Promise.all([import("./review.ts"), import("./review-settings.ts")]);
  const settings = await reviewSettings(project.config, [project.dialect]);
  for (const id of path) {
    const errors = (await reviewOne(project, settings, id)).findings.filter(({ severity, allowed }) => severity === "error" && allowed === undefined);
    const [first] = errors;
    if (!first) continue;
    throw new GravenError("RVW-006", `Revision "${id}" has ${counted(errors.length, "error")} that nobody has allowed: ${first.code}: ${first.message}`, {
      place: first.place,
      hint: `\`gen review ${id}\` shows ${errors.length > 1 ? "them" : "it"}. Do it another way, or allow it in place: // graven-allow ${first.code}: why. Nothing was run.`,
    });
  }
}
