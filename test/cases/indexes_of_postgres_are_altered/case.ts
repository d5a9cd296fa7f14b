import type { CaseOptions } from "../../support/cases.ts";

const other = "It is PostgreSQL's.";
export default {
  rows: ["INSERT INTO page (id, title, size, more) VALUES (1, 'a', 20, 1)", "INSERT INTO leaf VALUES (1, 1)"],
  skip: { sqlite: other, mariadb: other },
  answers: { renames: ["page.page_named:page.page_renamed", "page.page_title:page.page_title_once"] },
} satisfies CaseOptions;
