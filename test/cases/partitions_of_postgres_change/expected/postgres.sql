-- alter table event_early (partitionOf)
ALTER TABLE "event" DETACH PARTITION "event_early";

-- alter table event_middle (partitionOf)
ALTER TABLE "event" DETACH PARTITION "event_middle";

-- alter table event_old (partitionOf)
ALTER TABLE "event" DETACH PARTITION "event_old";

-- create table event_between
CREATE TABLE "event_between" PARTITION OF "event" FOR VALUES FROM ('2019-01-01') TO ('2020-01-01');

-- add column event.note
ALTER TABLE "event" ADD COLUMN "note" text;

-- add column event_early.note
ALTER TABLE "event_early" ADD COLUMN "note" text;

-- add column event_future.note
ALTER TABLE "event_future" ADD COLUMN "note" text;

-- add column event_middle.note
ALTER TABLE "event_middle" ADD COLUMN "note" text;

-- alter table moss (inherits)
ALTER TABLE "moss" INHERIT "animal";

-- alter table event_early (partitionOf)
ALTER TABLE "event" ATTACH PARTITION "event_early" FOR VALUES FROM ('2018-01-01') TO ('2019-01-01');

-- alter table event_future (partitionOf)
ALTER TABLE "event" ATTACH PARTITION "event_future" for values from ('2023-01-01') to (maxvalue);

-- alter table event_middle (partitionOf)
ALTER TABLE "event" ATTACH PARTITION "event_middle" FOR VALUES FROM ('2020-01-01') TO ('2023-01-01');
