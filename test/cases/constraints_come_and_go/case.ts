import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO parent (code) VALUES ('a'), ('b')", "INSERT INTO child (parent_id, code, size) VALUES (1, 'a', 1), (2, 'b', 2)"] } satisfies CaseOptions;
