import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO price VALUES (1, 'eu', 5), (2, 'us', 6)", "INSERT INTO rebate VALUES (1, 'eu', 10)"] } satisfies CaseOptions;
