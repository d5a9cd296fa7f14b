import * as fc from "fast-check";

/** Choices taken from a list of numbers. The list may end: from there on every choice is the first, so a shrunk list gives a plainer outcome. */
export class Choices {
  private at = 0;
  private readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  /** A whole number from 0 up to, and without, `size`. */
  number(size: number): number {
    return (this.numbers[this.at++] ?? 0) % Math.max(size, 1);
  }

  /** True in `percent` of a hundred cases, and never once the list has ended. */
  chance(percent: number): boolean {
    return this.number(100) >= 100 - percent;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.number(items.length)]!;
  }

  /** Up to `max` different items, at least one, in an order of their own. */
  some<T>(items: readonly T[], max: number): T[] {
    const left = [...items];
    const count = 1 + this.number(Math.min(max, left.length));
    return Array.from({ length: count }, () => left.splice(this.number(left.length), 1)[0]!);
  }
}

/** Numbers for so many choices. */
export function entropy(length: number): fc.Arbitrary<readonly number[]> {
  return fc.array(fc.nat(9999), { minLength: length, maxLength: length, size: "max" });
}
