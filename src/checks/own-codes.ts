/** Codes of findings that no rule makes: they are about the review itself, and cannot be allowed or turned off. */
export const ownCodes = {
  doesNotRun: "does-not-run",
  allowWithoutReason: "allow-without-reason",
  unknownRule: "allow-unknown-rule",
  unusedAllow: "unused-allow",
  branchConflict: "branch-conflict",
  editedRevision: "edited-applied-revision",
  notFrozen: "not-frozen",
  rowsRefuse: "rows-refuse",
  rowsCascade: "rows-cascade",
  dependentsBreak: "dependents-break",
} as const;
