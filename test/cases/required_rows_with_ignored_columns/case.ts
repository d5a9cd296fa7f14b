import type { CaseOptions } from "../../support/cases.ts";

export default {
  rows: ["INSERT INTO role (name, level) VALUES ('mine', 5)", "UPDATE role SET level = 3, note = 'mine' WHERE name = 'guest'", "UPDATE plan SET price = 7"],
  answers: { renames: ["role.guest:visitor"] },
} satisfies CaseOptions;
