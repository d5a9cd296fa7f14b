-- create unique constraint person_email_key on person using index person_email_idx
ALTER TABLE "person" ADD CONSTRAINT "person_email_key" UNIQUE USING INDEX "person_email_idx";
