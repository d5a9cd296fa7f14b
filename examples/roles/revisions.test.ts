import { revisionTests } from "graven/testing";

// The required rows of this example change among those of the application's users: a role and a permission of their own, which every
// revision leaves alone. Roles and grants are not made up, as the last revision orders roles and deletes one.
revisionTests({
  config: "./graven.config.ts",
  url: "sqlite:",
  fakeRows: { count: 20, counts: { role: 0, role_permission: 0 } },
  atRevisionData: {
    a10c5e9d7b31: [
      { __tablename__: "role", id: 101, name: "mine" },
      { __tablename__: "permission", id: 101, code: "own" },
      { __tablename__: "role_permission", role_id: 101, permission_id: 101 },
    ],
  },
  afterRevisionData: {
    head: [
      { __tablename__: "role", id: 101, name: "mine" },
      { __tablename__: "role_permission", role_id: 101, permission_id: 101 },
    ],
  },
});
