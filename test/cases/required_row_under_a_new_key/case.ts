import type { CaseOptions } from "../../support/cases.ts";

export default { answers: { renames: ["role.guest:visitor", "role.admn:role.admin"] }, rows: ["INSERT INTO member (name, role_id) SELECT 'mine', id FROM role WHERE name = 'guest'"] } satisfies CaseOptions;
