-- The two database roles. Run once per server by an administrator; passwords are set by hand, never kept in a file.
-- The owner migrates and owns every table and function; the app does everything else and can only do what it was granted.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'eigenaar') THEN
        CREATE ROLE eigenaar LOGIN NOSUPERUSER NOCREATEROLE;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN
        CREATE ROLE app LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB;
    END IF;
END
$$;
