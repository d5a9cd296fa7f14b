-- drop constraint membership_pkey of membership
ALTER TABLE "membership" DROP CONSTRAINT "membership_pkey";

-- create primary key membership_key on membership
ALTER TABLE "membership" ADD CONSTRAINT "membership_key" PRIMARY KEY ("user_id", "group_id");
