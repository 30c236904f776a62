import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import boto3
import pytest
from moto import mock_aws

EVENT = json.loads((Path(__file__).parent.parent / "events/order-placed.json").read_text())


@dataclass
class Context:
    function_name: str = "tests"
    memory_limit_in_mb: int = 128
    invoked_function_arn: str = "arn:aws:lambda:eu-west-1:123456789012:function:tests"
    aws_request_id: str = "abc"

    def get_remaining_time_in_millis(self) -> int:
        return 30_000


@pytest.fixture
def app() -> Iterator[ModuleType]:
    with mock_aws():
        boto3.client("dynamodb").create_table(
            TableName="once",
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
        import app

        app.once.client = boto3.client("dynamodb")
        yield app


def records(*bodies: object) -> dict[str, Any]:
    record = EVENT["Records"][0]
    return {
        "Records": [{**record, "messageId": str(n), "body": json.dumps(body)} for n, body in enumerate(bodies)],
    }


def test_an_event_is_handled(app: ModuleType) -> None:
    assert app.handler(EVENT, Context()) == {"batchItemFailures": []}


def test_an_event_that_comes_twice_is_handled_once(app: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(app.logger, "info", lambda message, **_: said.append(message))
    event = {"id": "order-2", "kind": "order.placed"}
    for _ in range(2):
        assert app.handler(records(event), Context()) == {"batchItemFailures": []}
    assert said == ["handled"]


def test_an_event_that_fails_fails_alone(app: ModuleType) -> None:
    good = {"id": "order-3", "kind": "order.placed"}
    answer = app.handler(records({"id": "x", "kind": "what"}, good), Context())
    assert answer == {"batchItemFailures": [{"itemIdentifier": "0"}]}
