-- create table permission
CREATE TABLE "permission" (
  "id" INTEGER NOT NULL,
  "path" VARCHAR(80) NOT NULL,
  CONSTRAINT "permission_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "permission_path_key" UNIQUE ("path")
);

-- create table role
CREATE TABLE "role" (
  "id" INTEGER NOT NULL CONSTRAINT "role_pkey" PRIMARY KEY AUTOINCREMENT,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INTEGER,
  CONSTRAINT "role_name_key" UNIQUE ("name")
);

-- create table role_permission
CREATE TABLE "role_permission" (
  "role_id" INTEGER NOT NULL,
  "permission_id" INTEGER NOT NULL,
  CONSTRAINT "role_permission_pkey" PRIMARY KEY ("role_id", "permission_id"),
  CONSTRAINT "role_permission_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "role" ("id"),
  CONSTRAINT "role_permission_permission_id_fkey" FOREIGN KEY ("permission_id") REFERENCES "permission" ("id")
);

-- insert 2 rows into permission
INSERT INTO "permission" ("id", "path") VALUES
  (1, '/'),
  (2, '/admin') ON CONFLICT ("path") DO NOTHING;

-- insert 3 rows into role
INSERT INTO "role" ("name") VALUES ('root') ON CONFLICT ("name") DO NOTHING;

INSERT INTO "role" ("name", "parent_id") VALUES ('admin', (SELECT "id" FROM "role" WHERE "name" = 'root')) ON CONFLICT ("name") DO NOTHING;

INSERT INTO "role" ("name", "parent_id") VALUES ('it''s \ a guest', (SELECT "id" FROM "role" WHERE "name" = 'admin')) ON CONFLICT ("name") DO NOTHING;

-- insert 2 rows into role_permission
INSERT INTO "role_permission" ("role_id", "permission_id") VALUES
  ((SELECT "id" FROM "role" WHERE "name" = 'admin'), 2),
  ((SELECT "id" FROM "role" WHERE "name" = 'admin'), (SELECT "id" FROM "permission" WHERE "path" = '/')) ON CONFLICT ("role_id", "permission_id") DO NOTHING;
