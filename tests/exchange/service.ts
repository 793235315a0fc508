import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fixture } from './exchanging.ts';

export interface Service {
  /** Where it answers. */
  readonly address: string;
  /** Paths and queries as they were asked for. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A service on this machine that answers as Modern.gov does; `instead` answers single operations in its place. */
export async function modernGovService(instead: Readonly<Record<string, Answer>> = {}): Promise<Service> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    asked.push(`${url.pathname}${url.search}`);
    const operation = url.pathname.split('/').at(-1) ?? '';
    const own = instead[operation];
    if (own !== undefined) return own(request, response);
    const file = operation === 'GetCommittees' ? 'committees.xml' : operation === 'GetCouncillorsByWard' ? 'councillors.xml' : operation === 'GetAllMeetingsByDate' ? 'meetings.xml' : operation === 'GetMeeting' ? `meeting-${url.searchParams.get('lMeetingId') ?? ''}.xml` : undefined;
    if (file === undefined) return void response.writeHead(500).end('Unknown method');
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(fixture(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mgWebService.asmx`,
    asked,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
