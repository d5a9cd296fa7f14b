/** Under this name an array that is read late gives its text, as a project may load two copies of the package. */
const TEXT = Symbol.for("graven.lateArrayText");
/** And under this one what tells its text from others without it. */
const IDENTITY = Symbol.for("graven.lateArrayIdentity");

/** A text that is made when somebody asks for it. */
export interface LateText {
  readonly text: () => string;
  /** What tells the text from others without making it, where something does. */
  readonly identity: string | undefined;
}

/**
 * The array that a long JSON text holds, parsed when somebody first looks into it. Until then `textOfLateArray` tells it from others
 * by its text, without parsing it.
 */
export function lateArray(given: string | LateText, parse: (text: string) => readonly unknown[] = (json) => JSON.parse(json) as unknown[]): unknown[] {
  const late: LateText = typeof given === "string" ? { text: () => given, identity: undefined } : given;
  const items: unknown[] = [];
  const handler: ProxyHandler<unknown[]> = {};
  const fill = () => {
    // First: what does not parse fails for everybody who looks.
    const parsed = parse(late.text());
    for (const trap of TRAPS) delete handler[trap];
    for (const item of parsed) items.push(item);
  };
  const filled =
    (trap: (typeof TRAPS)[number]) =>
    (...given: unknown[]): unknown => {
      if (trap === "get" && given[1] === TEXT) return late.text();
      if (trap === "get" && given[1] === IDENTITY) return late.identity;
      fill();
      return (Reflect[trap] as (...all: unknown[]) => unknown)(...given);
    };
  for (const trap of TRAPS) handler[trap] = filled(trap) as never;
  return new Proxy(items, handler);
}

/** The text of an array that nobody has looked into yet. Whoever has may have changed it: then the text says nothing, and there is none. */
export function textOfLateArray(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const text = (value as unknown as Readonly<Record<symbol, unknown>>)[TEXT];
  return typeof text === "string" ? text : undefined;
}

/** What tells the text of such an array from others without making it, where something does. */
export function identityOfLateArray(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const identity = (value as unknown as Readonly<Record<symbol, unknown>>)[IDENTITY];
  return typeof identity === "string" ? identity : undefined;
}

/** What tells of the items, or changes them. What an array is of is known before. */
const TRAPS = ["defineProperty", "deleteProperty", "get", "getOwnPropertyDescriptor", "has", "ownKeys", "preventExtensions", "set"] as const;
