import type { CaseOptions } from "../../support/cases.ts";

export default { answers: { renames: ["plan:tariff", "tariff.code:id", "tariff.p2:p3"] }, rows: ["INSERT INTO plan (code, price) VALUES ('mine', 5)"] } satisfies CaseOptions;
