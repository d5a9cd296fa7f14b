-- drop constraint pet_person of pet
ALTER TABLE "pet" DROP CONSTRAINT "pet_person";

-- drop index person_desc of person
DROP INDEX "person_desc";

-- drop constraint person_back of person
ALTER TABLE "person" DROP CONSTRAINT "person_back";

-- create unique constraint person_desc on person
ALTER TABLE "person" ADD CONSTRAINT "person_desc" UNIQUE ("m");

-- create unique constraint person_email_key on person using index person_email_idx
ALTER TABLE "person" ADD CONSTRAINT "person_email_key" UNIQUE USING INDEX "person_email_idx";

-- create unique constraint person_n_key on person using index person_n_idx
ALTER TABLE "person" ADD CONSTRAINT "person_n_key" UNIQUE USING INDEX "person_n_idx";

-- create unique constraint person_name on person using index person_name
ALTER TABLE "person" ADD CONSTRAINT "person_name" UNIQUE USING INDEX "person_name";

-- create unique index person_back on person
CREATE UNIQUE INDEX "person_back" ON "person" ("m");

-- create foreign key pet_person on pet
ALTER TABLE "pet" ADD CONSTRAINT "pet_person" FOREIGN KEY ("person") REFERENCES "person" ("n");
