/** The council's mail server. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465 as a rule); else the connection is raised to TLS before anything is said. */
  readonly isSecure: boolean;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '::1', '[::1]'];

export const isLoopbackHost = (host: string): boolean => LOOPBACK.includes(host);
