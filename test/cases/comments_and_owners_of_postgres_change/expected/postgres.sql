-- drop textSearchTemplate plain
DROP TEXT SEARCH TEMPLATE "plain";

-- drop textSearchParser reader
DROP TEXT SEARCH PARSER "reader";

-- replace compositeType address
COMMENT ON TYPE "address" IS 'Which door';

-- replace domain positive
COMMENT ON DOMAIN "positive" IS 'More than zero';

-- replace function half(integer)
COMMENT ON FUNCTION "half"(integer) IS 'The smaller one';

-- replace sequence counter
ALTER SEQUENCE "counter" OWNED BY "job"."number";

-- create textSearchParser reader
CREATE TEXT SEARCH PARSER "reader" (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);

COMMENT ON TEXT SEARCH PARSER "reader" IS 'Reads words';

-- create textSearchTemplate plain
CREATE TEXT SEARCH TEMPLATE "plain" (LEXIZE = dsynonym_lexize, INIT = dsynonym_init);

COMMENT ON TEXT SEARCH TEMPLATE "plain" IS 'As it stands';

-- replace view jobs
COMMENT ON VIEW "jobs" IS 'Every one';
