"""The system's own processes; the same for the practice environment and for the tests in the browser."""

from start.paths import PYTHON


def processes(port: int, *, level: str = "WARNING") -> dict[str, list[str]]:
    """Return the command of each process by name: web on `port`, worker, beat."""
    # A worker as root is no danger here: it takes JSON only.
    celery = [str(PYTHON), "-Wignore:You're running the worker", "-m", "celery", "--quiet", "--app=config"]
    return {
        "web": [
            *[str(PYTHON), "-m", "gunicorn", "config.wsgi", f"--bind=127.0.0.1:{port}", "--no-control-socket"],
            *["--worker-class=gthread", "--threads=8", "--log-level=warning"],
        ],
        # One process without children: the signal that ends it lets it finish what it does.
        # And after the pages: who waits for a page waits now, what passed at midnight has a minute more.
        "worker": ["nice", "-n", "5", *celery, "worker", "--pool=solo", f"--loglevel={level}", "--without-mingle"],
        # In memory: what beat forgets at a restart costs one early tick, and a tick does only what is due.
        "beat": [*celery, "beat", f"--loglevel={level}", "--scheduler=celery.beat:Scheduler"],
    }
