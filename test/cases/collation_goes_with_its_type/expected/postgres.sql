-- alter column item.size (type, collation)
ALTER TABLE "item" ALTER COLUMN "size" TYPE integer USING "size"::integer;

-- alter column item.word (collation)
ALTER TABLE "item" ALTER COLUMN "word" TYPE varchar(10) COLLATE "default";
