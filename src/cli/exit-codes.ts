/** What a command's exit code says. */
export const exitCodes = {
  /** Done; nothing to complain of. */
  done: 0,
  /** It worked, and found something: models and revisions differ, heads that are not applied. */
  findings: 1,
  /** It failed or refused; nothing was half done. */
  failure: 2,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
  /** Stopped by SIGTERM. */
  terminated: 143,
} as const;
