"""Handles events out of a queue: each on its own, and each once."""

import os
from typing import Any

from aws_lambda_powertools import Logger, Metrics, Tracer
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.idempotency import (
    DynamoDBPersistenceLayer,
    IdempotencyConfig,
    idempotent_function,
)
from aws_lambda_powertools.utilities.typing import LambdaContext

ONE_DAY = 24 * 60 * 60

logger = Logger()
metrics = Metrics()
tracer = Tracer()
processor = BatchProcessor(event_type=EventType.SQS)
once = DynamoDBPersistenceLayer(table_name=os.environ["IDEMPOTENCY_TABLE"])
config = IdempotencyConfig(event_key_jmespath="id", raise_on_no_idempotency_key=True, expires_after_seconds=ONE_DAY)


class UnknownEvent(Exception):
    """An event of a kind that nobody handles."""


@idempotent_function(  # type: ignore[untyped-decorator]
    data_keyword_argument="event", persistence_store=once, config=config
)
def handle(*, event: dict[str, Any]) -> dict[str, str]:
    """Handles one event. What it raises puts the event back into the queue."""
    match event.get("kind"):
        case "order.placed":
            logger.info("handled", extra={"event_id": event["id"], "kind": event["kind"]})
            metrics.add_metric(name="Handled", unit=MetricUnit.Count, value=1)
            return {"id": event["id"]}
        case kind:
            raise UnknownEvent(f"nobody handles events of the kind {kind!r}")


def each(record: SQSRecord) -> None:
    handle(event=record.json_body)


@logger.inject_lambda_context
@tracer.capture_lambda_handler
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> Any:
    config.register_lambda_context(context)
    return process_partial_response(event=event, record_handler=each, processor=processor, context=context)
