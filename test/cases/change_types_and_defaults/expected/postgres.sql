-- alter column measure.amount (type, default)
ALTER TABLE "measure" ALTER COLUMN "amount" DROP DEFAULT;

ALTER TABLE "measure" ALTER COLUMN "amount" TYPE numeric(12, 2) USING "amount"::numeric(12, 2);

ALTER TABLE "measure" ALTER COLUMN "amount" SET DEFAULT 0.00;

-- alter column measure.label (type, nullable, default)
ALTER TABLE "measure" ALTER COLUMN "label" TYPE varchar(200);

ALTER TABLE "measure" ALTER COLUMN "label" SET NOT NULL;

ALTER TABLE "measure" ALTER COLUMN "label" SET DEFAULT 'none';

-- alter column measure.count (type)
ALTER TABLE "measure" ALTER COLUMN "count" TYPE bigint;
