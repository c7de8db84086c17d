# A real SMTP server on loopback: stores every accepted mail as a file. Arguments: folder. Prints its port.
import asyncio, pathlib, sys, uuid
from aiosmtpd.controller import Controller

folder = pathlib.Path(sys.argv[1])


class Store:
    async def handle_DATA(self, server, session, envelope):
        name = folder / f"{uuid.uuid4()}.eml"
        temporary = name.with_suffix(".part")
        temporary.write_bytes(envelope.content)
        temporary.rename(name)
        return "250 stored"


controller = Controller(Store(), hostname="127.0.0.1", port=0)
controller.start()
print(controller.server.sockets[0].getsockname()[1], flush=True)
sys.stdin.read()
controller.stop()
