import autocannon from 'autocannon';

/** What fifty readers found at one page. */
export interface Crowded {
  readonly perSecond: number;
  /** Milliseconds from asking to the whole answer: half, and 97.5 in 100, within. */
  readonly half: number;
  readonly most: number;
}

interface Asked {
  readonly url: string;
  readonly path: string;
  /** Headers of each reader in turn. */
  readonly as: readonly Readonly<Record<string, string>>[];
  readonly seconds: number;
  /** One act of a writer; they go on, each a second after the last, while the readers read. */
  readonly write?: ((writer: number, act: number) => Promise<void>) | undefined;
}

export const [READERS, WRITERS] = [50, 5];

/** Readers who ask again as soon as they are answered. @throws where any answer is not the page */
export async function crowd({ url, path, as, seconds, write }: Asked): Promise<Crowded> {
  let isOver = false;
  const writing = write === undefined ? [] : Array.from({ length: WRITERS }, async (_, writer) => {
    await pause((1000 / WRITERS) * writer);
    for (let act = 0; !isOver; act += 1) {
      await write(writer, act);
      await pause(1000);
    }
  });
  const { requests, latency, errors, timeouts, non2xx } = await autocannon({ url, connections: READERS, duration: seconds, requests: as.map((headers) => ({ path, headers: { 'accept-encoding': 'gzip, br', ...headers } })) });
  isOver = true;
  await Promise.all(writing);
  if (errors + timeouts + non2xx > 0) throw new Error(`${url}${path}: ${errors} errors, ${timeouts} without an answer, ${non2xx} answers that are not the page.`);
  return { perSecond: requests.average, half: latency.p50, most: latency.p97_5 };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
