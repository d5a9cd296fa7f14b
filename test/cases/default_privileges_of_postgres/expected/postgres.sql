-- drop grant default tables by pg_monitor to pg_read_all_data
ALTER DEFAULT PRIVILEGES FOR ROLE "pg_monitor" REVOKE SELECT ON TABLES FROM "pg_read_all_data";

-- drop grant default sequences to pg_monitor
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SEQUENCES FROM "pg_monitor";

-- drop grant default functions to public
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- create grant default schemas to pg_monitor
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO "pg_monitor";

-- replace grant default tables in audit to pg_monitor
ALTER DEFAULT PRIVILEGES IN SCHEMA "audit" REVOKE INSERT ON TABLES FROM "pg_monitor";

ALTER DEFAULT PRIVILEGES IN SCHEMA "audit" GRANT DELETE ON TABLES TO "pg_monitor";

ALTER DEFAULT PRIVILEGES IN SCHEMA "audit" GRANT SELECT ON TABLES TO "pg_monitor" WITH GRANT OPTION;

-- create grant default types in audit to pg_monitor
ALTER DEFAULT PRIVILEGES IN SCHEMA "audit" GRANT USAGE ON TYPES TO "pg_monitor";
