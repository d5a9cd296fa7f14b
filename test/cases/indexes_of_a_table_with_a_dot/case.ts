import type { CaseOptions } from "../../support/cases.ts";

export default {} satisfies CaseOptions;
