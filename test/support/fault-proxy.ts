import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * What the link does: passes data, takes no connection, swallows data both ways, loses the answer to the next COMMIT, or
 * breaks as soon as the next COMMIT was sent, so that nobody knows whether it is done or still going on.
 */
export type Link = 'up' | 'refuses' | 'silent' | 'loses-commit-answer' | 'breaks-at-commit';

/** Bolt's COMMIT message: a structure without fields and with the signature 0x12. */
const COMMIT = Buffer.from([0xb0, 0x12]);

/** A TCP proxy before the database that can be told to fail. */
export class FaultProxy {
  link: Link = 'up';
  /** Commits whose answer nobody got. */
  lost = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async before(uri: string): Promise<FaultProxy> {
    const { hostname, port } = new URL(uri);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new FaultProxy(server, (server.address() as AddressInfo).port);
    server.on('connection', (client) => {
      if (proxy.link === 'refuses') client.destroy();
      else proxy.join(client, connect(Number(port || 7687), hostname));
    });
    return proxy;
  }

  /** Breaks every connection; new ones are taken. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, database: Socket): void {
    let committing = false;
    client.on('data', (bytes) => {
      if (this.link === 'silent') return;
      const isCommit = bytes.includes(COMMIT);
      committing ||= this.link === 'loses-commit-answer' && isCommit;
      database.write(bytes);
      if (!isCommit || this.link !== 'breaks-at-commit') return;
      this.link = 'up';
      this.lost += 1;
      client.destroy();
    });
    database.on('data', (bytes) => {
      if (this.link === 'silent') return;
      if (!committing) return void client.write(bytes);
      this.link = 'up';
      this.lost += 1;
      client.destroy();
    });
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
  }
}
