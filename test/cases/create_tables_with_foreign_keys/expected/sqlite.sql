-- create table list_type
CREATE TABLE "list_type" (
  "id" INTEGER NOT NULL CONSTRAINT "list_type_pkey" PRIMARY KEY AUTOINCREMENT,
  "name" VARCHAR(80) NOT NULL,
  CONSTRAINT "list_type_name_key" UNIQUE ("name")
);

-- create table job
CREATE TABLE "job" (
  "id" INTEGER NOT NULL CONSTRAINT "job_pkey" PRIMARY KEY AUTOINCREMENT,
  "list_type_id" INTEGER NOT NULL,
  "created_at" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "job_list_type_id_fkey" FOREIGN KEY ("list_type_id") REFERENCES "list_type" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_job_created_at" ON "job" ("created_at");
