import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO a (id, note) VALUES (5, 'x')", "INSERT INTO b (note) VALUES ('y')"] } satisfies CaseOptions;
