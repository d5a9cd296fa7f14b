import type { CaseOptions } from "../../support/cases.ts";

export default {
  rows: ["INSERT INTO role (name, level) VALUES ('mine', 5)", "INSERT INTO plan (id, code) VALUES (70, 'mine')"],
  answers: { renames: ["role.name:role.title"], drops: ["old", "role.note"], replacements: ["mood.ok=sad"] },
} satisfies CaseOptions;
