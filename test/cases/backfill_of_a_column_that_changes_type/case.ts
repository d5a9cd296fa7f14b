import type { CaseOptions } from "../../support/cases.ts";

export default {
  rows: ["INSERT INTO item VALUES (1, '00000000-0000-0000-0000-000000000001', 5)"],
  answers: { backfills: ["item.code='unknown'", "item.size='none'"] },
} satisfies CaseOptions;
