import io
import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from app import logs
from app.config import Config
from app.main import build


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(build()) as client:
        yield client


def test_it_greets(client: TestClient) -> None:
    response = client.get("/v1/greetings/Ada")
    assert response.status_code == 200
    assert response.json() == {"message": "Hello, Ada!"}


def test_it_refuses_what_does_not_fit(client: TestClient) -> None:
    assert client.get(f"/v1/greetings/{'x' * 65}").status_code == 422


def test_it_is_alive_and_ready(client: TestClient) -> None:
    for path in ["/health/live", "/health/ready"]:
        assert client.get(path).status_code == 200, path


def test_it_is_not_ready_before_it_started() -> None:
    assert TestClient(build()).get("/health/ready").status_code == 503


def test_it_counts_requests_by_route(client: TestClient) -> None:
    client.get("/v1/greetings/Grace")
    text = client.get("/metrics").text
    assert 'http_request_duration_seconds_count{method="GET",route="/v1/greetings/{name}",status="200"}' in text
    assert "Grace" not in text


def test_logs_are_json_with_the_id_of_the_request(client: TestClient) -> None:
    stream = io.StringIO()
    logs.configure("info", stream)
    response = client.get("/v1/greetings/Ada", headers={"x-request-id": "abc"})
    assert response.headers["x-request-id"] == "abc"
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    own = [line for line in lines if line.get("request_id") == "abc" and line["message"] == "request"]
    assert own[0]["level"] == "info"
    assert own[0]["status"] == 200


def test_the_configuration_refuses_what_makes_no_sense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "http")
    with pytest.raises(ValidationError):
        Config()
