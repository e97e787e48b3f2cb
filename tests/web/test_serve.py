"""The socket the workbench listens at."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from fontes.web.serve import HOST, bound


def test_what_is_short_is_sent_at_once() -> None:
    """Otherwise the end of an answer waits for the browser to acknowledge its beginning, 40 ms on Linux."""

    async def said() -> int:
        found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            found.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with bound() as listening:
            server = await asyncio.start_server(answer, sock=listening)
            _, writer = await asyncio.open_connection(HOST, listening.getsockname()[1])
            told = await asyncio.wait_for(found, 10)
            writer.close()
            server.close()
        return told

    with ThreadPoolExecutor(1) as thread:  # of its own: a browser's tests may keep a loop running in this one
        assert thread.submit(lambda: asyncio.run(said())).result(30) != 0
