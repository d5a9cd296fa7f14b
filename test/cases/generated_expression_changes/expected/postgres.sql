-- alter column box.area (generated)
DROP INDEX "ix_box_area";

ALTER TABLE "box" DROP COLUMN "area";

ALTER TABLE "box" ADD COLUMN "area" integer GENERATED ALWAYS AS (width * 3) STORED;

CREATE INDEX "ix_box_area" ON "box" ("area");
