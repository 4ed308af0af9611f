/** PostgreSQL falls silent: its connections stay, and nothing comes back. */
import { connect, createServer, type Socket } from "node:net";

/** A way to a PostgreSQL, on which nothing passes any more once it is cut. */
export async function openWay(address: string) {
  const url = new URL(address);
  const port = Number(url.port);
  const sockets: Socket[] = [];
  let isSilent = false;
  const way = createServer((socket) => {
    const onward = connect(port, url.hostname);
    sockets.push(socket, onward);
    for (const one of [socket, onward]) one.on("error", () => {});
    if (!isSilent) socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => way.listen(0, "127.0.0.1", resolve));
  const bound = way.address();
  url.port = String(typeof bound === "object" && bound?.port);
  return {
    address: url.href,
    fallSilent: () => {
      isSilent = true;
      for (const one of sockets) one.unpipe();
    },
    close: () => {
      for (const one of sockets) one.destroy();
      way.close();
    },
  };
}
