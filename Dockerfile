# The web pages and the `explorer` command: docker build -t explorer .
# Without NEO4J_URI the graph is the embedded one in /data, which is lost with the container unless it is a volume:
#   docker run --init --publish 127.0.0.1:8000:8000 --volume explorer:/data explorer
ARG BASE=python:3.12-slim

FROM ${BASE} AS build
WORKDIR /source
COPY . .
RUN python3 -m venv /opt/explorer \
    && pins=$(test ! -e constraints.txt || echo --constraint constraints.txt) \
    && /opt/explorer/bin/python -m pip install --no-cache-dir --disable-pip-version-check $pins .

FROM ${BASE}
RUN groupadd --gid 1000 explorer \
    && useradd --uid 1000 --gid explorer --no-create-home explorer \
    && install --directory --owner explorer --group explorer /data
COPY --from=build /opt/explorer /opt/explorer
COPY sample /srv/explorer/sample
ENV PATH=/opt/explorer/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    EXPLORER_GRAPH=/data/graph.kgl
WORKDIR /srv/explorer
USER explorer
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
    CMD ["python3", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
ENTRYPOINT ["explorer"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
