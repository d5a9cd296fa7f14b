import type { CaseOptions } from "../../support/cases.ts";

export default { skip: { sqlite: "It has no domains.", mariadb: "It has no domains." }, rows: ["INSERT INTO person (id, email, score) VALUES (1, 'ada@graven.example', 5)"] } satisfies CaseOptions;
