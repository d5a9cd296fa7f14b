import type { CaseOptions } from "../../support/cases.ts";

const id = "00000000-0000-0000-0000-000000000001";

export default { rows: [`INSERT INTO parent VALUES ('${id}', '${id}')`, `INSERT INTO child VALUES (1, '${id}')`, `INSERT INTO grandchild VALUES (1, 1, '${id}')`] } satisfies CaseOptions;
