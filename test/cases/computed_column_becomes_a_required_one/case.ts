import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO item (id, word) VALUES (1, 'a'), (2, NULL)"], answers: { backfills: ["item.loud='?'"] } } satisfies CaseOptions;
