-- drop constraint booking_other of booking
ALTER TABLE "booking" DROP CONSTRAINT "booking_other";

-- drop constraint booking_high of booking
ALTER TABLE "booking" DROP CONSTRAINT "booking_high";

-- drop constraint booking_once of booking
ALTER TABLE "booking" DROP CONSTRAINT "booking_once";

-- create unique constraint booking_once on booking
ALTER TABLE "booking" ADD CONSTRAINT "booking_once" UNIQUE NULLS NOT DISTINCT ("room", "level");

-- create check booking_high on booking
ALTER TABLE "booking" ADD CONSTRAINT "booking_high" CHECK (level < 1000) NOT VALID;

-- validate constraint booking_level of booking
ALTER TABLE "booking" VALIDATE CONSTRAINT "booking_level";

-- create foreign key booking_other on booking
ALTER TABLE "booking" ADD CONSTRAINT "booking_other" FOREIGN KEY ("other") REFERENCES "room" ("id") ON DELETE CASCADE NOT VALID;

-- validate constraint booking_room of booking
ALTER TABLE "booking" VALIDATE CONSTRAINT "booking_room";
