# The image of web, worker and beat: only production's packages and code, a user without rights, nothing to write.
# Building needs a network; running doesn't. docs/installeren.md says how.
# For a build that can be repeated to the letter: --build-arg PYTHON=python@sha256:..., as docs/installeren.md says.
ARG PYTHON=python:3.11-slim-bookworm
ARG NODE=node:22-bookworm-slim

# The front-end packages, with the hashes of package-lock.json.
FROM ${NODE} AS npm
WORKDIR /bouw
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

# The Python packages: wheels only, with the hashes of the lock file.
FROM ${PYTHON} AS wheels
COPY requirements/base.txt /bouw/base.txt
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --only-binary=:all: -r /bouw/base.txt

# The code with its static files. What production asks for is made up here, and stays behind with this stage.
FROM wheels AS code
WORKDIR /app
COPY . .
COPY --from=npm /bouw/node_modules node_modules
RUN /opt/venv/bin/python -c "from start.frontend import copy; copy()" \
    && DJANGO_SETTINGS_MODULE=config.settings.production \
       SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
       ALLOWED_HOSTS=bouw.example BASIS_URL=https://bouw.example AFZENDER_MAIL=bouw@bouw.example \
       DATABASE_URL=postgresql://app@bouw.example/bouw REDIS_URL=redis://bouw.example EMAIL_URL=smtp://bouw.example \
       /opt/venv/bin/python manage.py collectstatic --noinput \
    && rm -rf node_modules start requirements package.json package-lock.json .npmrc \
    && /opt/venv/bin/python -m compileall -q .

FROM ${PYTHON}
# Pango and HarfBuzz for the PDF, and fonts for names in any script (start/native.py).
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
       fonts-noto-core fonts-droid-fallback fonts-noto-color-emoji \
    && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 plan \
    && useradd --uid 10001 --gid plan --no-create-home --home-dir /tmp --shell /usr/sbin/nologin plan
COPY --from=wheels /opt/venv /opt/venv
COPY --from=code /app /app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    HOME=/tmp \
    BIND=0.0.0.0:8000
WORKDIR /app
USER 10001:10001
EXPOSE 8000
# The number of processes: WEB_CONCURRENCY. No log of addresses here: who read what is in the logboek.
CMD ["gunicorn", "--config=python:config.gunicorn", "config.wsgi"]
