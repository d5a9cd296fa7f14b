import type { CaseOptions } from "../../support/cases.ts";

export default {
  rows: ["INSERT INTO category (id, name) VALUES (70, 'mine')", "INSERT INTO category (id, name, parent_id) VALUES (71, 'my own', 70)"],
  answers: { renames: [], drops: ["category.apples", "category.fruit", "category.goods", "category.plants", "category.in", "category.out"] },
} satisfies CaseOptions;
