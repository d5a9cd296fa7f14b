import type { CaseOptions } from "../../support/cases.ts";

export default { rows: ["INSERT INTO stays VALUES (1)", "INSERT INTO z VALUES (1, 1)", "INSERT INTO m VALUES (1, 1)", "INSERT INTO a VALUES (1, 1, 1)", "INSERT INTO b VALUES (1, 1, 1)", "INSERT INTO c VALUES (1)", "INSERT INTO user_of_c VALUES (1, NULL)"] } satisfies CaseOptions;
