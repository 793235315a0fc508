import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** An address that leads to one server and later to another, as a virtual address or a load balancer does. */
export interface Relay {
  readonly port: number;
  /** From now on it leads there; what was connected is cut. */
  readonly leadTo: (port: number) => void;
  readonly close: () => void;
}

export async function relay(target: number): Promise<Relay> {
  let port = target;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [[near, far], [far, near]] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const cut = (): void => {
    for (const one of open) one.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    leadTo(next) {
      port = next;
      cut();
    },
    close() {
      cut();
      server.close();
    },
  };
}
