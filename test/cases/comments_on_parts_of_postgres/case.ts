import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It has no comments.", mariadb: "It has no comments on constraints." }, rows: ["INSERT INTO job (id, mood, pay) VALUES (1, 'happy', 5)"] } satisfies CaseOptions;
