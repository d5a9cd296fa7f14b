/** A long file of which the beginning is known, and the rest is made a text when somebody asks for it. */
export interface LongFile {
  /** The beginning of its text, long enough for the head of a revision. */
  readonly start: string;
  /** Whether words of plain ASCII stand in it. */
  readonly includes: (words: string) => boolean;
  readonly text: () => string;
  /** What tells its content from any other without reading it, where something does. */
  readonly identity: string | undefined;
}

/** Texts by name, of which long ones are made when they are asked for. */
export class LateTexts implements ReadonlyMap<string, string> {
  private readonly items: ReadonlyMap<string, string | LongFile>;
  private readonly made = new Map<string, string>();

  constructor(items: ReadonlyMap<string, string | LongFile>) {
    this.items = items;
  }

  get size(): number {
    return this.items.size;
  }

  /** The file behind a text, where it is long. */
  longFile(name: string): LongFile | undefined {
    const item = this.items.get(name);
    return typeof item === "object" ? item : undefined;
  }

  get hasLong(): boolean {
    return [...this.items.values()].some((item) => typeof item === "object");
  }

  has(name: string): boolean {
    return this.items.has(name);
  }

  get(name: string): string | undefined {
    const item = this.items.get(name);
    if (typeof item !== "object") return item;
    const text = this.made.get(name) ?? item.text();
    this.made.set(name, text);
    return text;
  }

  keys(): MapIterator<string> {
    return this.items.keys();
  }

  *entries(): MapIterator<[string, string]> {
    for (const name of this.items.keys()) yield [name, this.get(name)!];
  }

  *values(): MapIterator<string> {
    for (const [, text] of this.entries()) yield text;
  }

  forEach(visit: (text: string, name: string, map: ReadonlyMap<string, string>) => void): void {
    for (const [name, text] of this.entries()) visit(text, name, this);
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }
}
