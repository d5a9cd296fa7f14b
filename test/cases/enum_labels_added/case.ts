import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO person (mood, last) VALUES ('sad', 'ok'), ('ok', NULL)"] } satisfies CaseOptions;
