import type { CaseOptions } from "../../support/cases.ts";

export default {
  rows: ["INSERT INTO account (name, nick) VALUES ('ann', 'a'), ('bob', NULL)"],
  answers: { backfills: ["account.nick='?'"] },
} satisfies CaseOptions;
