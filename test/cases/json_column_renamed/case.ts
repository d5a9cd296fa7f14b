import type { CaseOptions } from "../../support/cases.ts";

export default { rows: [`INSERT INTO doc VALUES (1, '{"a": 1}', '[]')`] } satisfies CaseOptions;
