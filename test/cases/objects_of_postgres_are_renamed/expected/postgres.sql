-- rename view shown to visible
ALTER VIEW "shown" RENAME TO "visible";

-- rename materializedView total to sum_total
ALTER MATERIALIZED VIEW "total" RENAME TO "sum_total";

-- rename function half(integer) to halved
ALTER FUNCTION "half"(integer) RENAME TO "halved";

-- rename sequence counter to person_counter
ALTER SEQUENCE "counter" RENAME TO "person_counter";

-- rename domain email to mail_address
ALTER DOMAIN "email" RENAME TO "mail_address";

-- rename compositeType place to address
ALTER TYPE "place" RENAME TO "address";
