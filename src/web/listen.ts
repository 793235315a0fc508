import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ok, refused, type Result } from '../kernel/result.ts';

const USUAL_PORT = 3000;

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'that host is not known',
};

/**
 * Listens, and gives the address as a whole URL. Without a port the usual one is taken where it is free and any free one
 * where it is not; a port that was asked for and cannot be had is a fault.
 */
export async function listen(server: FastifyInstance, host: string, port: number | undefined): Promise<Result<string>> {
  try {
    await server.listen({ host, port: port ?? USUAL_PORT, listenTextResolver: () => 'listening' });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && port === undefined) return listen(server, host, 0);
    if (WHY[code] === undefined) throw error;
    return refused({
      category: 'misuse',
      code: 'cannot-listen',
      sentence: `The pages cannot be served at \`${host}\`, port ${port ?? USUAL_PORT}: ${WHY[code]}. Give another \`--port\` or \`--host\`, or no port for any that is free.`,
    });
  }
  return ok(urlOf(host, (server.server.address() as AddressInfo).port));
}

/** Every address of the machine is not one that a browser opens: its own is among them. */
function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}
