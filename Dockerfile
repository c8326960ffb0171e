# syntax=docker/dockerfile:1
# Stadtstand in a container. It brings no database: SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD
# name a PostgreSQL 15 or newer.
#
#   docker build -t stadtstand .
#   docker run -p 8080:8080 -e SPRING_DATASOURCE_URL=jdbc:postgresql://db:5432/stadtstand \
#     -e SPRING_DATASOURCE_USERNAME=stadtstand -e SPRING_DATASOURCE_PASSWORD=... stadtstand
#
# It writes to /tmp only, so it runs with a root that cannot be written: --read-only --tmpfs /tmp:exec.
# What is executed there is the library of SQLite, unpacked for the first file in its format.
# Whoever wants the same image next year names the bases by their digests:
#
#   docker build --build-arg RUNTIME_IMAGE=eclipse-temurin:25-jre@sha256:... -t stadtstand .
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

# ── build ────────────────────────────────────────────────────────────────────────────────────────
FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml ./
COPY schema schema
COPY src src
# Profile image leaves the embedded PostgreSQL out: 80 MB instead of 290. Tests have run before.
RUN mvn -B -q -Pimage -Dmaven.test.skip=true package
RUN mv target/stadtstand-*.jar stadtstand.jar

# ── program ──────────────────────────────────────────────────────────────────────────────────────
FROM ${RUNTIME_IMAGE} AS program
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin stadtstand
WORKDIR /app
# A layer of their own: libraries change rarely.
COPY --from=build /build/target/lib lib
COPY --from=build /build/stadtstand.jar ./
COPY seed-data seed-data

# ── training ─────────────────────────────────────────────────────────────────────────────────────
# The program is asked the documented examples against a database that is thrown away. What it loaded
# for them is the cache that the very same Java reads at every start: it must be trained in the stage
# above, on the same files and with the options of the entry point.
FROM program AS training
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl postgresql \
 && rm -rf /var/lib/apt/lists/*
COPY src/docs/examples /training/docs/examples
COPY src/image /training/image
RUN pg_ctlcluster "$(pg_lsclusters --no-header | cut -d ' ' -f 1)" main start \
 && su postgres -c "psql -c \"create role stadtstand login superuser password 'training'\"" \
 && su postgres -c "createdb -O stadtstand stadtstand" \
 && SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:5432/stadtstand \
    SPRING_DATASOURCE_USERNAME=stadtstand SPRING_DATASOURCE_PASSWORD=training \
    /training/image/train -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=65 \
 && chmod a+r stadtstand.aot

# ── image ────────────────────────────────────────────────────────────────────────────────────────
FROM program
COPY --from=training /app/stadtstand.aot ./
USER 10001
EXPOSE 8080
# The start loads the data of a new database; until then the server is not ready, but not ill.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=3 \
  CMD ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp", "stadtstand.jar", "org.stadtstand.HealthCheck"]
# The heap follows the container's limit, and a full heap ends the container instead of crippling it.
# Beside the heap Java takes 300 MB under pressure: of 1 GB a larger share would let the system end it.
# It begins with a quarter of what it may have: grown from less, it fills with what outlived too small a one.
ENTRYPOINT ["java", "-XX:AOTCache=stadtstand.aot", "-XX:+UseCompactObjectHeaders", "-XX:InitialRAMPercentage=16", "-XX:MaxRAMPercentage=65", "-XX:+ExitOnOutOfMemoryError", "-jar", "stadtstand.jar"]
