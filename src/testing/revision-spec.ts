import type { RevisionData } from "../commands/test-options.ts";

/** Data by revision that was built once, to be given in place of the plain record; `RevisionSpec` is its name in the field. */
export class RevisionSpec {
  readonly revisions: RevisionData;

  constructor(revisions: RevisionData) {
    this.revisions = revisions;
  }

  /** @example RevisionSpec.parse({ fb4d3ab5f38d: { __tablename__: "foo", id: 1 } }) */
  static parse(revisions: RevisionData | RevisionSpec): RevisionSpec {
    return "revisions" in revisions && typeof revisions.revisions === "object" ? new RevisionSpec(revisions.revisions as RevisionData) : new RevisionSpec(revisions as RevisionData);
  }
}
