-- The same in a file of SQL, at its line.

-- The log is kept elsewhere now.
DELETE FROM event_log WHERE number < 100;
DROP TABLE event_log;
