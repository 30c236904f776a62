"""What is seen of each request: its log line, and how long it took."""

import time
import uuid
from collections.abc import Awaitable, Callable

import structlog
from fastapi import FastAPI, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest

QUIET = {"/health/live", "/health/ready", "/metrics"}


def observe(app: FastAPI) -> None:
    registry = CollectorRegistry()
    duration = Histogram(
        "http_request_duration_seconds",
        "How long requests take.",
        ["method", "route", "status"],
        buckets=[0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
        registry=registry,
    )
    log = structlog.stdlib.get_logger()

    @app.middleware("http")
    async def each(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        begin = time.perf_counter()
        request_id = request.headers.get("x-request-id") or str(uuid.uuid4())
        structlog.contextvars.bind_contextvars(request_id=request_id)
        status = 500
        try:
            response = await call_next(request)
            status = response.status_code
            response.headers["x-request-id"] = request_id
            return response
        finally:
            seconds = time.perf_counter() - begin
            # the route and not the address: of addresses there is no end
            route = getattr(request.scope.get("route"), "path", "unknown")
            duration.labels(request.method, route, str(status)).observe(seconds)
            if request.url.path not in QUIET:
                log.info("request", method=request.method, route=route, status=status, seconds=round(seconds, 6))
            structlog.contextvars.clear_contextvars()

    @app.get("/metrics", include_in_schema=False)
    def metrics() -> Response:
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)
