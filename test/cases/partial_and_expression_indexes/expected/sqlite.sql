-- create index ix_account_lower on account
CREATE INDEX "ix_account_lower" ON "account" ((lower(name)));

-- create unique index ix_account_short on account
CREATE UNIQUE INDEX "ix_account_short" ON "account" ("name") WHERE length(name) < 3;
