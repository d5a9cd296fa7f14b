import colours from "picocolors";

/** The two streams of a command: data on stdout, talk on stderr. Colours obey NO_COLOR and FORCE_COLOR. */
export interface Terminal {
  /** What a pipe should carry on. */
  readonly data: (text: string) => void;
  /** What only a person reads. With `--quiet` nobody does. */
  readonly talk: (text: string) => void;
  /** What a person should not miss, `--quiet` or not. */
  readonly warn: (text: string) => void;
  /** One line on stderr that the next one takes the place of; an empty text clears it. Nothing where stderr is no terminal. */
  readonly status: (text: string) => void;
  readonly paint: ReturnType<typeof colours.createColors>;
  /** Whether a question can be put. */
  readonly interactive: boolean;
  readonly json: boolean;
  /** With `--json`: what happens meanwhile, each as a line of its own. */
  readonly event: (event: object) => void;
  /** Writes to the terminal as it is, for what is written over; absent where nobody sees it. */
  readonly progress: ((text: string) => void) | undefined;
}

export function openTerminal(options: { readonly json: boolean; readonly quiet?: boolean | undefined }): Terminal {
  const isSilent = options.json || Boolean(options.quiet);
  const coloured = !process.env["NO_COLOR"] && (Boolean(process.env["FORCE_COLOR"]) || (process.stderr.isTTY && process.env["TERM"] !== "dumb"));
  return {
    data: (text) => {
      tellGathered();
      process.stdout.write(`${text}\n`);
    },
    talk: (text) => {
      if (isSilent) return;
      gather();
      process.stderr.write(`${text}\n`);
    },
    warn: (text) => {
      if (!options.json) process.stderr.write(`${text}\n`);
    },
    status: (text) => {
      if (process.stderr.isTTY && !isSilent) process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    },
    paint: colours.createColors(coloured),
    interactive: Boolean(process.stdin.isTTY && process.stderr.isTTY) && !process.env["CI"] && !options.json,
    json: options.json,
    event: (event) => {
      tellGathered();
      process.stdout.write(`${JSON.stringify({ event })}\n`);
    },
    progress: process.stderr.isTTY && process.env["TERM"] !== "dumb" && !process.env["CI"] && !isSilent ? (text) => void process.stderr.write(text) : undefined,
  };
}

let isGathering = false;

/** Lines that are told in one go are written in one go: where revisions travel together, each line would cost as much as its revision. */
function gather(): void {
  if (isGathering) return;
  isGathering = true;
  process.stderr.cork();
  process.nextTick(tellGathered);
  // Whoever ends the process before would keep them back.
  process.once("exit", tellGathered);
}

/** Writes what was gathered, also before something that comes after it goes to the other stream. */
function tellGathered(): void {
  if (!isGathering) return;
  isGathering = false;
  process.off("exit", tellGathered);
  process.stderr.uncork();
}
