-- drop constraint no_overlap of booking
ALTER TABLE "booking" DROP CONSTRAINT "no_overlap";

-- drop constraint booking_pkey of booking
ALTER TABLE "booking" DROP CONSTRAINT "booking_pkey";

-- create primary key booking_pkey on booking
ALTER TABLE "booking" ADD CONSTRAINT "booking_pkey" PRIMARY KEY ("id") DEFERRABLE INITIALLY DEFERRED;

-- create unique constraint booking_unique on booking
ALTER TABLE "booking" ADD CONSTRAINT "booking_unique" UNIQUE ("room", "level") INCLUDE ("id");

-- create exclusion constraint no_overlap on booking
ALTER TABLE "booking" ADD CONSTRAINT "no_overlap" EXCLUDE USING gist ("during" WITH &&) WHERE (level > 1) DEFERRABLE INITIALLY IMMEDIATE;

-- create check booking_old on booking
ALTER TABLE "booking" ADD CONSTRAINT "booking_old" CHECK (level < 1000) NO INHERIT NOT VALID;

-- validate constraint booking_level of booking
ALTER TABLE "booking" VALIDATE CONSTRAINT "booking_level";

-- create exclusion constraint room_floor_excl on room
ALTER TABLE "room" ADD CONSTRAINT "room_floor_excl" EXCLUDE ("floor" WITH =);

-- validate constraint booking_room of booking
ALTER TABLE "booking" VALIDATE CONSTRAINT "booking_room";
