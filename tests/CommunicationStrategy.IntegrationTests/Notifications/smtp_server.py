"""A real SMTP server for the tests (Debian's python3-aiosmtpd). Prints its port, keeps every mail in the folder given,
and misbehaves by recipient: poison@ is refused, later@ is put off, drop@ is taken and the connection dies without an answer.
Ends when its standard input is closed."""
import asyncio
import os
import sys

from aiosmtpd.smtp import SMTP


class Keeper:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "poison":
            return "550 5.1.1 no such mailbox"
        if name == "later":
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        with open(os.path.join(self.folder, f"{os.getpid()}-{self.count}.eml"), "wb") as mail:
            mail.write(envelope.original_content)
        if any(address.startswith("drop@") for address in envelope.rcpt_tos):
            server.transport.abort()
        return "250 OK"


async def main():
    loop = asyncio.get_running_loop()
    keeper = Keeper(sys.argv[1])
    listener = await loop.create_server(lambda: SMTP(keeper, enable_SMTPUTF8=True), "127.0.0.1", 0)
    print(listener.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
