import { nearest } from "../base/text.ts";

/**
 * yargs' sentence about a command or flags that are not there, in the spelling that was typed, with what was meant where something
 * is near. yargs names a flag with dashes a second time, in camel case.
 * @example unknownWords("Unknown arguments: lock-timout, lockTimout", ["lock-timeout"])
 *   // "There is no --lock-timout: did you mean --lock-timeout?"
 */
export function unknownWords(message: string, flags: readonly string[], typed: readonly string[]): string {
  const meant = /^Did you mean (.*)\?$/.exec(message)?.[1];
  if (meant !== undefined) return `There is no command "${typed.find((each) => !each.startsWith("-"))}": did you mean ${meant}?`;
  const alone = /^Not enough arguments following: (.*)$/.exec(message)?.[1];
  if (alone !== undefined) return `--${alone} needs a value.`;
  const names = /^Unknown arguments?: (.*)$/.exec(message)?.[1]?.split(", ").filter((name) => isTyped(name, typed));
  if (!names?.length) return message;
  return names.map((name) => oneUnknown(name, flags, typed)).join(" ");
}

function isTyped(name: string, typed: readonly string[]): boolean {
  return typed.some((each) => each === name || each.replace(/^--?/, "").split("=")[0] === name);
}

function oneUnknown(name: string, flags: readonly string[], typed: readonly string[]): string {
  if (typed.includes(name)) return `"${name}" is not understood.`;
  const near = nearest(name, flags.filter((flag) => flag.length > 1));
  const dashes = name.length > 1 ? "--" : "-";
  return near === undefined ? `There is no ${dashes}${name}.` : `There is no ${dashes}${name}: did you mean --${near}?`;
}
