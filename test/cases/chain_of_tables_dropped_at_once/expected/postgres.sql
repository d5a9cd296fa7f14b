-- drop constraint user_of_c_ref_fkey of user_of_c
ALTER TABLE "user_of_c" DROP CONSTRAINT "user_of_c_ref_fkey";

-- drop table c
DROP TABLE "c";

-- drop table b
DROP TABLE "b";

-- drop table a
DROP TABLE "a";

-- drop table m
DROP TABLE "m";

-- drop table z
DROP TABLE "z";

-- drop column user_of_c.ref
ALTER TABLE "user_of_c" DROP COLUMN "ref";
