import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO member (id, role_id) SELECT 7, id FROM role WHERE name = 'guest'"], skip: { sqlite: "Foreign keys do not act while SQLite's tables are rebuilt: the revision is refused." } } satisfies CaseOptions;
