"""What the environment says, checked once, when the process starts."""

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings


class Config(BaseSettings):
    host: str = "0.0.0.0"  # noqa: S104 -- a container has no other address
    port: int = Field(default=8080, ge=0, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
