-- What the role app gets on everything the owner will make. Run once in each new database, as eigenaar, before migrating.
-- The logbook and the history tables take UPDATE and DELETE away again in their own migrations.
GRANT USAGE ON SCHEMA public TO app;
ALTER DEFAULT PRIVILEGES FOR ROLE eigenaar IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO app;
ALTER DEFAULT PRIVILEGES FOR ROLE eigenaar IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO app;
ALTER DEFAULT PRIVILEGES FOR ROLE eigenaar IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO app;
