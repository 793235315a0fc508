import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { Language } from '../../kernel/text.ts';
import type { Run, Showing, Wording } from '../document.ts';
import { parts, type Part } from '../shown.ts';

export const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy-GB' };

/** A part as runs that each say their language; words that are in none take the document's. */
export function partRuns({ lang, runs, mark }: Part, style: IRunOptions = {}): readonly ParagraphChild[] {
  const said = runs.flatMap((run) => wordRun(run, { ...style, ...languageOf(lang) }));
  if (mark === undefined) return said;
  const words = new TextRun({ ...style, ...languageOf(mark.lang), text: `${runs.length === 0 ? '' : ' '}(${mark.text})`, italics: true, color: '484949', size: 20 });
  return [...said, words];
}

/** Languages one after the other in the same line, for headings and captions. */
export const inlineRuns = (wording: Wording, showing: Showing, style: IRunOptions = {}): readonly ParagraphChild[] =>
  parts(wording, showing).flatMap((part, index) => [...(index === 0 ? [] : [new TextRun({ ...style, text: ' / ' })]), ...partRuns(part, style)]);

function wordRun({ text, strong, emphasis, href }: Run, style: IRunOptions): readonly ParagraphChild[] {
  const options: IRunOptions = { ...style, ...(strong === true ? { bold: true } : {}), ...(emphasis === true ? { italics: true } : {}), ...(href === undefined ? {} : { style: 'Hyperlink' }) };
  const lines = text.split('\n').map((line, index) => new TextRun({ ...options, text: line, ...(index === 0 ? {} : { break: 1 }) }));
  return href === undefined ? lines : [new ExternalHyperlink({ children: lines, link: href })];
}

const languageOf = (lang: Language | undefined): IRunOptions => (lang === undefined ? {} : { language: { value: TAGS[lang] } });
