-- drop sequence gone_seq
DROP SEQUENCE "gone_seq";

-- replace sequence extra_seq
ALTER SEQUENCE "extra_seq" OWNED BY NONE;

-- create sequence kept_seq
CREATE SEQUENCE "kept_seq";

ALTER SEQUENCE "kept_seq" OWNED BY "kept"."id";

-- create sequence born_id_seq
CREATE SEQUENCE "born_id_seq";

-- create table born
CREATE TABLE "born" (
  "id" integer NOT NULL DEFAULT nextval('born_id_seq'),
  CONSTRAINT "born_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "born_id_seq" OWNED BY "born"."id";

-- drop column counted.extra
ALTER TABLE "counted" DROP COLUMN "extra";

-- alter column kept.id (default)
ALTER TABLE "kept" ALTER COLUMN "id" SET DEFAULT nextval('kept_seq');

-- replace sequence extra_seq
ALTER SEQUENCE "extra_seq" INCREMENT BY 5;

-- replace sequence free_seq
ALTER SEQUENCE "free_seq" INCREMENT BY -1 MINVALUE 1 START WITH 20 NO CYCLE;

COMMENT ON SEQUENCE "free_seq" IS 'Free';
