import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO person VALUES (1, 'sad', 'happy'), (2, 'ok', NULL)"], answers: { replacements: ["mood.sad=ok"], drops: ["mood.sad"] } } satisfies CaseOptions;
