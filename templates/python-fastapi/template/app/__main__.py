import uvicorn

from app.config import Config
from app.main import build


def main() -> None:
    config = Config()
    uvicorn.run(
        build(config),
        host=config.host,
        port=config.port,
        # what is logged, the service logs itself
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=20,
    )


if __name__ == "__main__":
    main()
