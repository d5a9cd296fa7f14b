import { describe, expect, test } from "vitest";
import { unknownWords } from "../../src/cli/unknown-words.ts";

describe("commands and flags that are not there", () => {
  const flags = ["lock-timeout", "autogenerate", "m", "message", "sql"];
  const cases: readonly (readonly [message: string, typed: readonly string[], told: string])[] = [
    ["Unknown arguments: lock-timout, lockTimout", ["upgrade", "--lock-timout", "3"], "There is no --lock-timout: did you mean --lock-timeout?"],
    ["Unknown arguments: lock-timout, lockTimout", ["upgrade", "--lock-timout=3"], "There is no --lock-timout: did you mean --lock-timeout?"],
    ["Unknown argument: autogenrate", ["revision", "--autogenrate"], "There is no --autogenrate: did you mean --autogenerate?"],
    ["Unknown argument: wholly-new", ["revision", "--wholly-new"], "There is no --wholly-new."],
    ["Unknown argument: q", ["revision", "-q"], "There is no -q."],
    ["Unknown argument: extra", ["heads", "extra"], '"extra" is not understood.'],
    ["Unknown arguments: sqll, other", ["upgrade", "--sqll", "--other"], "There is no --sqll: did you mean --sql? There is no --other."],
    ["Did you mean current?", ["--json", "curent"], 'There is no command "curent": did you mean current?'],
    ["Missing required argument: revision", ["show"], "Missing required argument: revision"],
  ];
  test.each(cases)("%s, of %j", (message, typed, told) => expect(unknownWords(message, flags, typed)).toBe(told));
});
