import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO person VALUES (1, 'sad', 'sad'), (2, 'it''s ok', NULL)"] } satisfies CaseOptions;
