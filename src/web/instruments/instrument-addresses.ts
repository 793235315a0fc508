import type { Amendment, Instrument } from '../../model/instruments.ts';

/** A page about one instrument. @param rest from after its id, as `/negotiate` */
export const instrumentPath = ({ id }: Pick<Instrument, 'id'>, rest: string): `/${string}` => `/instruments/${encodeURIComponent(id)}${rest}`;

export const negotiatePath = (instrument: Pick<Instrument, 'id'>): `/${string}` => instrumentPath(instrument, '/negotiate');

/** A form by which something is done to what a party said. */
export const amendmentPath = ({ id, instrument }: Amendment, verb: 'adopt' | 'decline' | 'withdraw' | 'dispute' | 'settle'): `/${string}` =>
  `/instruments/${encodeURIComponent(instrument.slice('instruments/'.length))}/amendments/${encodeURIComponent(id)}/${verb}`;
