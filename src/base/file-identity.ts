interface BigStats {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  isFile(): boolean;
}

interface FileSystem {
  statSync(path: string, options: { readonly bigint: true; readonly throwIfNoEntry: false }): BigStats | undefined;
}

/** Asked for in this way, as these rooms run without Node too. */
const files = (globalThis as { readonly process?: { readonly getBuiltinModule?: (name: string) => unknown } }).process?.getBuiltinModule?.("node:fs") as FileSystem | undefined;

/** A file that was written later may be written again within the same tick of its times. */
const SETTLED = 2_000_000_000n;

/**
 * What tells the content of a file from any other that it had, without reading it: its size, times and number, as git's index tells whether a
 * file has changed. Nothing for one that was written a moment ago, or is not there.
 */
export function fileIdentity(path: string): string | undefined {
  const stat = files?.statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  const { dev, ino, size, mtimeNs, ctimeNs } = stat;
  const latest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  return BigInt(Date.now()) * 1_000_000n - latest < SETTLED ? undefined : `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}
