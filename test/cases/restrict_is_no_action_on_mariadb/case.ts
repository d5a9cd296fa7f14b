import type { CaseOptions } from "../../support/cases.ts";

const other = "They differ there.";
export default { unchanged: true, skip: { sqlite: other, postgres: other } } satisfies CaseOptions;
