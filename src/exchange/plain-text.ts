/** The named entities that committee systems and word processors write; the rest stay as they are. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ', pound: '£', euro: '€', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', bull: '•', middot: '·', deg: '°', copy: '©', reg: '®', trade: '™', frac12: '½', frac14: '¼', frac34: '¾', shy: '',
  aacute: 'á', agrave: 'à', acirc: 'â', auml: 'ä', eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', iacute: 'í', igrave: 'ì', icirc: 'î', iuml: 'ï', oacute: 'ó', ograve: 'ò', ocirc: 'ô', ouml: 'ö', uacute: 'ú', ugrave: 'ù', ucirc: 'û', uuml: 'ü', yacute: 'ý', yuml: 'ÿ', wcirc: 'ŵ', ycirc: 'ŷ', ccedil: 'ç', ntilde: 'ñ',
  Aacute: 'Á', Agrave: 'À', Acirc: 'Â', Eacute: 'É', Ecirc: 'Ê', Icirc: 'Î', Ocirc: 'Ô', Ucirc: 'Û', Wcirc: 'Ŵ', Ycirc: 'Ŷ',
};

/** Elements whose content is no words of the text. */
const WITHOUT_WORDS = /^(script|style|head|title|template|iframe|object|noscript)$/;
/** Elements that run on in the line. */
const IN_LINE = /^(a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)$/;
/** Beyond this a text is cut, before anything is done with it. */
const LONGEST = 100_000;

/** A fragment of HTML, or plain text, as words in one line: no markup, entities undone once. Takes time in proportion to its length. */
export const plainText = (html: string): string => entitiesUndone(withoutMarkup(html.slice(0, LONGEST))).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, (gap) => (/^\p{Cf}+$/u.test(gap) ? '' : ' ')).trim();

/** Undoes one layer of entities. */
export const entitiesUndone = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,10}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? ' ' : String.fromCodePoint(code);
  });

function withoutMarkup(html: string): string {
  const words: string[] = [];
  let at = 0;
  let lower: string | undefined;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    words.push(html.slice(at, open));
    const tag = html.startsWith('<!--', open) ? undefined : /^<(\/?)([A-Za-z][A-Za-z0-9]*)|^<[!?]/.exec(html.slice(open, open + 40));
    // A sign for “less than” is a word like any other.
    if (tag === null) {
      words.push('<');
      at = open + 1;
      continue;
    }
    const end = html.indexOf(tag === undefined ? '-->' : '>', open);
    const name = tag?.[2]?.toLowerCase() ?? '';
    if (!IN_LINE.test(name)) words.push(' ');
    if (end === -1) return words.join('');
    at = end + (tag === undefined ? 3 : 1);
    if (tag?.[1] === '' && WITHOUT_WORDS.test(name)) {
      lower ??= html.toLowerCase();
      const close = lower.indexOf(`</${name}`, at);
      if (close === -1) return words.join('');
      at = close;
    }
  }
  words.push(html.slice(at));
  return words.join('');
}
