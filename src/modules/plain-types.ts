import type { MaskedText } from "./plain-script.ts";

const name = String.raw`[A-Za-z_$][\w$]*`;
const one = String.raw`(?:readonly +)?(?:${name}(?:\.${name})*|" *"|' *')`;
const simple = String.raw`${one}(?:\[\])*`;
const union = String.raw`${simple}(?: *[|&] *${simple})*`;
/** A type of names, texts and lists, with one level of `<…>`. */
const type = String.raw`${one}(?:<${union}(?:, *${union})*>)?(?:\[\])*(?: *[|&] *${simple})*`;
const annotation = String.raw`\s*:\s*${type}`;
const parameter = String.raw`\s*(?:${name}|\{[\s\w$,]*\})(?:${annotation})?\s*`;
const parameters = String.raw`\((?:${parameter}(?:,${parameter})*,?\s*)?\)`;

/** Where types stand that no JavaScript could mean: each pattern holds what is code in groups, and all else of it is a type. */
const TYPES: readonly RegExp[] = [
  // An import of types alone: no text in it is code.
  new RegExp(String.raw`\bimport\s+type\s*\{[^{}"']*\}\s*from\s*(?:" *"|' *')[^\S\n]*;?`, "g"),
  new RegExp(String.raw`(\b(?:const|let|var)\s+${name})${annotation}(?=\s*(?:;|=(?![=>])))`, "g"),
];

const NAMED_IMPORTS = /\bimport\s*\{[^{}"']*\}/g;
const TYPE_IMPORT = new RegExp(String.raw`(?<=[{,]\s*)type\s+(?!as\b)${name}(?:\s+as\s+${name})?(?=\s*[,}])\s*,?`, "g");
/** A function's head up to its body; one with an arrow has no type of what it gives, which could be the end of a condition. */
const FUNCTION = new RegExp(String.raw`\bfunction\b\s*\*?\s*(?:${name})?\s*(${parameters})(${annotation})?(?=\s*\{)`, "g");
const ARROW = new RegExp(String.raw`(${parameters})(?=\s*=>)`, "g");
const PARAMETER_TYPE = new RegExp(String.raw`(?<=[(,]\s*(?:${name}|\{[\s\w$,]*\}))${annotation}(?=\s*[,)])`, "g");

/**
 * The module with its types blanked, where they stand in the places that graven's own template has them: on constants, on
 * parameters, in imports. Whether what is left is JavaScript the engine decides, which knows no other types: a text that both
 * languages take means the same in both, but for type arguments and classes. Nothing for a module that has either.
 */
export function withoutPlainTypes({ source, masked }: MaskedText): MaskedText | undefined {
  const types: [from: number, to: number][] = [];
  const add = (from: number, length: number) => void types.push([from, from + length]);
  for (const pattern of TYPES) for (const { 0: text, 1: code = "", index } of masked.matchAll(pattern)) add(index + code.length, text.length - code.length);
  for (const { 0: text, index } of masked.matchAll(NAMED_IMPORTS)) for (const each of text.matchAll(TYPE_IMPORT)) add(index + each.index, each[0].length);
  for (const { 0: text, 1: list = "", 2: given = "", index } of masked.matchAll(FUNCTION)) {
    add(index + text.length - given.length, given.length);
    addParameters(list, index + text.length - given.length - list.length);
  }
  for (const { 1: list = "", index } of masked.matchAll(ARROW)) addParameters(list, index);
  const code = blanked(masked, types);
  return /\bclass\b/.test(code) || (code.includes("<") && /(?<!=)>/.test(code)) ? undefined : { source: blanked(source, types), masked: code };

  function addParameters(list: string, at: number): void {
    for (const each of list.matchAll(PARAMETER_TYPE)) add(at + each.index, each[0].length);
  }
}

function blanked(text: string, ranges: readonly (readonly [from: number, to: number])[]): string {
  let code = "";
  let copied = 0;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (to <= copied) continue;
    code += text.slice(copied, from) + text.slice(Math.max(from, copied), to).replace(/[^\n]/g, " ");
    copied = to;
  }
  return code + text.slice(copied);
}
