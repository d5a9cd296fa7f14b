/** What a loader hook found out, carried through the text of an error: hooks may run in another thread, which keeps little else. */
export type HookFault =
  | { readonly kind: "missing"; readonly specifier: string; readonly importer: string }
  | { readonly kind: "parse"; readonly file: string; readonly message: string; readonly line?: number; readonly column?: number };

const MARK = "graven-fault:";

export function encodeFault(fault: HookFault): string {
  return MARK + JSON.stringify(fault);
}

/** The fault within an error's message, when a hook wrote it. */
export function decodeFault(message: string): HookFault | undefined {
  const start = message.indexOf(MARK);
  return start < 0 ? undefined : (JSON.parse(message.slice(start + MARK.length)) as HookFault);
}
