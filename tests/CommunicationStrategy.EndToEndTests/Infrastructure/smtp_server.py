# A real SMTP server on a free port of loopback: stores every accepted mail as a file. Argument: folder. Prints its port.
import asyncio, pathlib, sys, uuid
from aiosmtpd.smtp import SMTP

folder = pathlib.Path(sys.argv[1])


class Store:
    async def handle_DATA(self, server, session, envelope):
        name = folder / f"{uuid.uuid4()}.eml"
        temporary = name.with_suffix(".part")
        temporary.write_bytes(envelope.content)
        temporary.rename(name)
        return "250 stored"


async def serve():
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Store()), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
