-- rename table blog.post to post
ALTER TABLE "blog"."post" SET SCHEMA "public";

-- drop schema blog
DROP SCHEMA "blog";
