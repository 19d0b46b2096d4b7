"""A stock Firefox in which scripts are off, as readers switch them off; Playwright needs them there.

It is asked over Marionette, the protocol that Firefox itself brings
(https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
"""

import json
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

_PATIENCE = 60  # seconds that Firefox may take to begin, or to answer


class Refused(Exception):
    """Firefox did not do what it was asked, or came to a message of its own."""


class Firefox:
    """One window. Raises Refused where Firefox reports an error."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection, self._answers, self._number = connection, connection.makefile("rb"), 0
        self._answer()  # it says hello first
        self("WebDriver:NewSession")

    def __call__(self, command: str, **values: Any) -> Any:
        """Send a command, and return the value of the answer."""
        self._number += 1
        message = json.dumps([0, self._number, command, values]).encode()
        self._connection.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._answer()
        if error:
            raise Refused(error["message"])
        return result.get("value") if isinstance(result, dict) else result

    def _answer(self) -> Any:
        length = b""
        while (character := self._answers.read(1)) not in (b":", b""):
            length += character
        return json.loads(self._answers.read(int(length)))


@contextmanager
def firefox(program: str, profile: Path, preferences: Mapping[str, Any]) -> Iterator[Firefox]:
    """Start a Firefox with a new profile, and end it afterwards."""
    lines = (
        f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
        for name, value in {**preferences, "marionette.port": 0}.items()
    )
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [program, "--marionette", "--headless", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            assert process.stdout
            port = next(int(line.split()[-1]) for line in process.stdout if b"Listening on port" in line)
            Thread(target=process.stdout.read, daemon=True).start()  # or it would stop once the pipe is full
            with socket.create_connection(("127.0.0.1", port), _PATIENCE) as connection:
                yield Firefox(connection)
        finally:
            with suppress(ProcessLookupError):
                process.terminate()
