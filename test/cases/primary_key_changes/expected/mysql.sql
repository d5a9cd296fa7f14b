-- drop constraint PRIMARY of membership
ALTER TABLE `membership` DROP PRIMARY KEY;

-- create primary key membership_key on membership
ALTER TABLE `membership` ADD PRIMARY KEY (`user_id`, `group_id`);
