-- create table order
CREATE TABLE "order" (
  "Id" INTEGER NOT NULL CONSTRAINT "order_pkey" PRIMARY KEY AUTOINCREMENT,
  "select" VARCHAR(10) NOT NULL,
  "group by" INTEGER,
  CONSTRAINT "order_select_key" UNIQUE ("select")
);

CREATE INDEX "my index" ON "order" ("group by");
