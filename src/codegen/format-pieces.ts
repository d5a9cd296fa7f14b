import { formatFragments, type Fragment } from "./format-fragments.ts";
import type { Layout } from "./format-layout.ts";
import { columnsHole, partsHole, splitStatement, type SplitStatement } from "./format-split.ts";
import type { PrettierOptions } from "./source.ts";
import { withEdits, type Edit } from "./source-file.ts";

/**
 * Formats statements that stand `depth` steps in, each by itself: what is laid out without regard to what stands around it is cut out
 * and formatted once for all that differ in their words alone. The texts are those that formatting the whole gives, each line with
 * its indentation. Nothing where that did not work out.
 */
export async function formatStatements(places: readonly { readonly statements: readonly string[]; readonly depth: number }[], options: PrettierOptions, layout: Layout): Promise<readonly string[] | undefined> {
  const texts = places.flatMap(({ statements, depth }) => statements.map((text) => ({ text, depth })));
  const splits = texts.map(({ text, depth }) => (depth ? undefined : splitStatement(text, layout.printWidth)));
  const fragments = texts.map(({ text, depth }, index): Fragment => ({ kind: "statement", text: splits[index]?.skeleton ?? text, depth }));
  const skeletons = await formatFragments(fragments, options, layout.printWidth);
  if (!skeletons) return undefined;
  const holes = skeletons.map((skeleton, index) => (splits[index] ? holesOf(skeleton, splits[index], layout) : []));
  const items = holes.flat().flatMap((hole) => itemFragments(hole, layout));
  const formatted = items.length ? await formatFragments(items, options, layout.printWidth) : [];
  return formatted && withHolesFilled(skeletons, holes, formatted);
}

interface Hole {
  readonly kind: "property" | "element";
  readonly items: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/** The places of a formatted skeleton that its columns and parts go to: whole lines, less a comma. */
function holesOf(skeleton: string, { columns, parts }: SplitStatement, { indentation }: Layout): readonly Hole[] {
  const found = [
    { kind: "property", items: columns, name: columnsHole },
    { kind: "element", items: parts, name: partsHole },
  ] as const;
  return found.flatMap(({ kind, items, name }) => {
    if (!items.length) return [];
    const line = new RegExp(`^([ \\t]*)${name}_*`, "m").exec(skeleton)!;
    return [{ kind, items, start: line.index, end: line.index + line[0].length, depth: line[1]!.length / indentation.length }];
  });
}

function itemFragments({ kind, items, depth }: Hole, { hasTrailingCommas }: Layout): readonly Fragment[] {
  return items.map((text, index) => ({ kind, text, depth, isBare: !hasTrailingCommas && index === items.length - 1 }));
}

/** The skeletons with their items, which come in the order of the holes. */
function withHolesFilled(skeletons: readonly string[], holes: readonly (readonly Hole[])[], items: readonly string[]): readonly string[] {
  let next = 0;
  return skeletons.map((skeleton, index) => {
    const edits = holes[index]!.map(({ start, end, items: { length } }): Edit => ({ start, end, text: items.slice(next, (next += length)).join(",\n") }));
    return edits.length ? withEdits(skeleton, edits) : skeleton;
  });
}
