import json
from dataclasses import dataclass
from typing import Any

import pytest

import app


@dataclass
class Context:
    function_name: str = "tests"
    memory_limit_in_mb: int = 128
    invoked_function_arn: str = "arn:aws:lambda:eu-west-1:123456789012:function:tests"
    aws_request_id: str = "abc"


def get(path: str) -> dict[str, Any]:
    http = {"method": "GET", "path": path}
    event = {
        "version": "2.0",
        "rawPath": path,
        "headers": {},
        "requestContext": {"http": http, "requestId": "request-1", "stage": "$default"},
    }
    response: dict[str, Any] = app.handler(event, Context())
    return response


def test_it_greets() -> None:
    response = get("/v1/greetings/Ada")
    assert response["statusCode"] == 200
    assert json.loads(response["body"]) == {"message": "Hello, Ada!"}


def test_it_refuses_what_does_not_fit() -> None:
    assert get(f"/v1/greetings/{'x' * 65}")["statusCode"] == 400
    assert get("/v1/nothing")["statusCode"] == 404


def test_it_is_healthy() -> None:
    assert get("/health")["statusCode"] == 200


def test_it_counts(capsys: pytest.CaptureFixture[str]) -> None:
    get("/v1/greetings/Ada")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any(line.get("Greetings") == [1.0] for line in lines)
