import type { CaseOptions } from "../../support/cases.ts";

export default { rows: [], answers: { drops: ['say "when".a "b"'] } } satisfies CaseOptions;
