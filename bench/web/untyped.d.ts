declare module 'express' {
  import type { Server } from 'node:http';

  interface Request { readonly query: Readonly<Record<string, string | undefined>>; readonly headers: Readonly<Record<string, string | undefined>>; readonly body: unknown }
  interface Response { send(text: string): void; status(code: number): Response; redirect(code: number, to: string): void }
  interface Application {
    use(...handlers: unknown[]): void;
    get(path: string, handler: (request: Request, response: Response) => void): void;
    post(path: string, handler: (request: Request, response: Response) => void): void;
    listen(port: number, host: string, listening: () => void): Server;
    disable(setting: string): void;
  }
  interface Express { (): Application; urlencoded(options: { readonly extended: boolean }): unknown }
  const express: Express;
  export default express;
}

declare module 'autocannon' {
  interface Result {
    readonly requests: { readonly average: number; readonly total: number };
    readonly latency: { readonly p50: number; readonly p90: number; readonly p97_5: number; readonly p99: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly requests?: readonly { readonly path: string; readonly headers?: Readonly<Record<string, string>> }[];
  }
  export default function autocannon(options: Options): Promise<Result>;
}
