# Two branches with labels, one of which depends on the other.

-- graven.config.ts --
export default { models: "./models.ts", url: "sqlite:dev.db" };

-- models.ts --
export {};

$ gen revision -m trunk --rev-id a1 2>/dev/null && gen revision -m orders --rev-id b2 --branch-label orders 2>/dev/null && gen revision -m "orders again" --rev-id c3 2>/dev/null
migrations/a1_trunk.ts
migrations/b2_orders.ts
migrations/c3_orders_again.ts

$ gen revision -m users --rev-id d4 --head a1
REV-030  Revision "a1" is not a head, so a new one on it makes a branch.
         The head is c3. Name it, or add --splice if a branch is meant.
[exit 2]

$ gen revision -m users --rev-id d4 --head a1 --splice --branch-label orders
REV-002  The branch label "orders" is used by "b2" already.
         Choose another label.
[exit 2]

$ gen revision -m users --rev-id d4 --head a1 --splice --branch-label head
REV-006  The branch label "head" means something else in targets.
         Choose another one.
[exit 2]

$ gen revision -m users --rev-id d4 --head a1 --splice --branch-label users 2>/dev/null
migrations/d4_users.ts

$ gen revision -m "library" --rev-id x7 --head base --branch-label lib 2>/dev/null
migrations/x7_library.ts

$ gen revision -m "users use the library" --rev-id e5 --head users@head --depends-on lib 2>/dev/null && grep dependsOn migrations/e5*
migrations/e5_users_use_the_library.ts
export const dependsOn: string[] = ["lib"];

$ gen heads
b2 -> c3 (orders) (head), orders again
<base> -> x7 (lib) (effective head), library
d4 (lib) -> e5 (users) (head), users use the library

$ gen heads --resolve-dependencies
b2 -> c3 (orders) (head), orders again
d4 (lib) -> e5 (users) (head), users use the library

$ gen heads --json
{"ok":true,"heads":[{"revision":"c3","parents":["b2"],"message":"orders again","file":"migrations/c3_orders_again.ts","created":"<moment>","branchLabels":[],"branchNames":["orders"],"dependsOn":[],"isHead":true,"isDependedOn":false,"isBranchPoint":false,"isMergePoint":false},{"revision":"x7","parents":[],"message":"library","file":"migrations/x7_library.ts","created":"<moment>","branchLabels":["lib"],"branchNames":["lib"],"dependsOn":[],"isHead":true,"isDependedOn":true,"isBranchPoint":false,"isMergePoint":false},{"revision":"e5","parents":["d4"],"message":"users use the library","file":"migrations/e5_users_use_the_library.ts","created":"<moment>","branchLabels":[],"branchNames":["users"],"dependsOn":["lib"],"isHead":true,"isDependedOn":false,"isBranchPoint":false,"isMergePoint":false}]}

$ gen branches
a1 (branchpoint)  trunk
  -> b2 (orders)  orders
  -> d4 (users)  users

$ gen history --graph
●  e5 (users) (head) (depends on lib)  users use the library
│ ●  x7 (lib) (effective head)  library
●  d4 (users)  users
│ ●  c3 (orders) (head)  orders again
│ ●  b2 (orders)  orders
├─┘
●  a1 (branchpoint)  trunk

$ gen history -r orders:
b2 -> c3 (orders) (head), orders again
a1 -> b2 (orders), orders

$ gen history -r -1:orders
a1 -> b2 (orders), orders
<base> -> a1 (branchpoint), trunk

$ gen history -r c3:b2
REV-034  The range "c3:b2" does not go up along one branch: "b2" does not build on "c3".
         Write the older one first: b2:c3.
[exit 2]

$ gen history --format mermaid
flowchart BT
  a1["a1<br>trunk"]
  b2["b2 (orders)<br>orders"]
  c3["c3<br>orders again"]
  d4["d4 (users)<br>users"]
  x7["x7 (lib)<br>library"]
  e5["e5<br>users use the library"]
  a1 --> b2
  b2 --> c3
  a1 --> d4
  d4 --> e5
  x7 -.-> e5

$ gen history --format dot
digraph history {
  rankdir=BT;
  "a1" [label="a1\ntrunk"];
  "b2" [label="b2 (orders)\norders"];
  "c3" [label="c3\norders again"];
  "d4" [label="d4 (users)\nusers"];
  "x7" [label="x7 (lib)\nlibrary"];
  "e5" [label="e5\nusers use the library"];
  "a1" -> "b2";
  "b2" -> "c3";
  "a1" -> "d4";
  "d4" -> "e5";
  "x7" -> "e5" [style=dashed];
}
