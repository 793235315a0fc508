import type { Assessment } from '../assessment/assess.ts';
import { instrumentStanding, type InstrumentStanding } from '../assessment/instrument-standing.ts';
import { namesIn, type Name, type Names } from '../assessment/names.ts';
import type { Document, Showing } from '../documents/document.ts';
import type { Instrument } from '../model/instruments.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { KindName, RecordOfKind } from '../model/kinds.ts';
import type { Snapshot } from '../register/snapshot.ts';
import { protocolPaper } from './instruments/protocol-paper.ts';
import { minutesPaper } from './meetings/minutes-paper.ts';
import { notePaper } from './meetings/note-paper.ts';
import { packPaper } from './meetings/pack-paper.ts';
import type { Variant } from './meetings/paper-parts.ts';
import { councilReport, reportSections } from './reporting/council-report.ts';
import { statementPaper } from './self-assessment/statement-paper.ts';

/** What papers there are: of a meeting its pack, minutes and note; of an instrument, a report or a statement the thing itself. */
export type What = 'pack' | 'minutes-paper' | 'note' | 'paper';

/** What every paper is printed from. */
export interface Sources {
  /** As the reader may see it. */
  readonly snapshot: Snapshot;
  readonly names: Names;
  /** What a responsibility is over. */
  readonly overName: Names;
  readonly standingOf: (instrument: Instrument) => InstrumentStanding;
  /** What an expectation of the guidance is called. */
  readonly expectationName: (id: string) => Name;
}

export interface PaperKind {
  readonly what: What;
  /** Whether it has a private variant beside that for the public. */
  readonly hasVariants: boolean;
  readonly paper: (record: AnyRecord, variant: Variant, sources: Sources, showing: Showing) => Document;
}

type Print<K extends KindName> = (record: RecordOfKind<K>, variant: Variant, sources: Sources, showing: Showing) => Document;

const printed = <K extends KindName>(what: What, hasVariants: boolean, print: Print<K>): PaperKind => ({ what, hasVariants, paper: (record, ...rest) => print(record as unknown as RecordOfKind<K>, ...rest) });

/** Every paper, by the kind of record that it is printed from. */
export const PAPERS: Readonly<Partial<Record<KindName, readonly PaperKind[]>>> = {
  meetings: [
    printed<'meetings'>('pack', true, (meeting, variant, sources, showing) => packPaper({ ...sources, meeting, variant, sectionsOf: reportSections }, showing)),
    printed<'meetings'>('minutes-paper', true, (meeting, variant, sources, showing) => minutesPaper({ ...sources, meeting, variant }, showing)),
    printed<'meetings'>('note', false, (meeting, _, sources, showing) => notePaper({ ...sources, meeting }, showing)),
  ],
  instruments: [printed<'instruments'>('paper', false, (instrument, _, sources, showing) => protocolPaper({ ...sources, instrument, standing: sources.standingOf(instrument) }, showing))],
  reports: [printed<'reports'>('paper', false, (report, _, sources, showing) => councilReport({ ...sources, report }, showing))],
  statements: [printed<'statements'>('paper', false, (statement, _, sources, showing) => statementPaper({ ...sources, statement }, showing))],
};

/** What papers are printed from, of a register that is judged. @param snapshot as the reader may see it @param facts of the same */
export const sourcesIn = ({ compiled: { pack }, judged, facts: { words } }: Assessment, snapshot: Snapshot, facts: Assessment['facts']): Sources => ({
  snapshot,
  names: namesIn(snapshot, (word) => words.nameOf(word)),
  overName: namesIn(snapshot, (word) => pack.accountabilities.find(({ id }) => id === word)?.name ?? words.nameOf(word)),
  standingOf: (instrument) => instrumentStanding(facts, instrument),
  expectationName: (id) => judged.find(({ compiled }) => compiled.expectation.id === id)?.compiled.expectation.title ?? { same: id },
});
