/** What the text of a TypeScript file imports and reads, with places that count from 1. */
export interface SourceFacts {
  readonly imports: readonly ImportFact[];
  readonly reads: readonly ReadFact[];
}

interface Located {
  readonly line: number;
  readonly column: number;
}

export interface ImportFact extends Located {
  /** As it is written; absent where it is no text, as in `import(name)`. */
  readonly specifier: string | undefined;
  /** Only types: nothing of it is there when the file runs. */
  readonly isType: boolean;
}

/** What is not the same on every machine and on every day. */
export type Reading = "clock" | "randomness" | "environment" | "network";

export interface ReadFact extends Located {
  readonly of: Reading;
  /** The expression, as in `Math.random()`. */
  readonly text: string;
  /** The function among whose arguments it stands, as in `requiredRows` or `op.run`; outermost first. */
  readonly within: readonly string[];
}
