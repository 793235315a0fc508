import { quoted } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { filesInFolder, type FilePlaces } from '../register/files/file-places.ts';
import type { S3Place } from '../register/files/stores/s3-files.ts';
import { Misuse } from './command.ts';
import { placeOption, type KeptOptions } from './place.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where files of evidence are kept, where that is not beside the register. */
export const FILES = { files: { type: 'string' } } as const;

export const FILES_USAGE = `--files s3 (or ANSWERABLE_FILES=s3) keeps the files in a bucket: ANSWERABLE_S3_ENDPOINT,
  ANSWERABLE_S3_BUCKET, ANSWERABLE_S3_REGION, ANSWERABLE_S3_ACCESS_KEY_ID and
  ANSWERABLE_S3_SECRET_ACCESS_KEY say which. Otherwise they are kept beside the register.`;

const CHOICES = ['beside', 's3'];

/**
 * Where the options and the environment say that files are kept; undefined where that is beside the register. This file alone reads
 * the environment for it. @throws Misuse
 */
export async function filesElsewhere({ files }: { readonly files?: string | undefined }, env: Env): Promise<FilePlaces | undefined> {
  const wanted = files ?? filled(env['ANSWERABLE_FILES']) ?? 'beside';
  if (wanted === 'beside') return undefined;
  if (wanted === 's3') {
    const place = bucketIn(env);
    return (await import('../register/files/stores/s3-files.ts')).filesInBucket(place);
  }
  throw new Misuse(`${quoted(wanted)} is not a place for files of evidence: \`--files\` and ANSWERABLE_FILES take \`beside\` (the register) or \`s3\`.${didYouMean(wanted, CHOICES)}`);
}

/** Works with the files where they are kept, and lets go of the place again. */
export async function withFiles<T>(options: KeptOptions & { readonly files?: string | undefined }, env: Env, work: (places: FilePlaces) => Promise<T>): Promise<T> {
  const elsewhere = await filesElsewhere(options, env);
  if (elsewhere !== undefined) return work(elsewhere);
  const place = placeOption(options);
  if ('folder' in place) return work(filesInFolder(place.folder));
  const [{ openPool, placeOf }, { filesInDatabase }] = await Promise.all([import('../register/store/postgres/connections.ts'), import('../register/files/stores/postgres-files.ts')]);
  const connections = await openPool(place.database.url);
  try {
    return await work(filesInDatabase(connections, placeOf(place.database.url)));
  } finally {
    await connections.close();
  }
}

function bucketIn(env: Env): S3Place {
  const missing: string[] = [];
  const needed = (name: string): string => {
    const value = filled(env[name]);
    if (value === undefined) missing.push(name);
    return value ?? '';
  };
  const place: S3Place = {
    endpoint: needed('ANSWERABLE_S3_ENDPOINT'),
    bucket: needed('ANSWERABLE_S3_BUCKET'),
    region: needed('ANSWERABLE_S3_REGION'),
    accessKeyId: needed('ANSWERABLE_S3_ACCESS_KEY_ID'),
    secretAccessKey: needed('ANSWERABLE_S3_SECRET_ACCESS_KEY'),
    sessionToken: filled(env['ANSWERABLE_S3_SESSION_TOKEN']),
  };
  if (missing.length > 0) throw new Misuse(`Files of evidence are to be kept in a bucket, but the environment lacks ${missing.join(', ')}.`);
  const url = URL.canParse(place.endpoint) ? new URL(place.endpoint) : undefined;
  const isHere = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) return place;
  throw new Misuse(`${quoted(place.endpoint)} is no address for a bucket: ANSWERABLE_S3_ENDPOINT begins with https:// (http:// goes to this machine only, since everybody on the way could read the files).`);
}

const filled = (value: string | undefined): string | undefined => (value === undefined || value.trim() === '' ? undefined : value.trim());
