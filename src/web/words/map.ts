export const mapWords = {
  title: { en: 'Map', cy: 'Map' },
  heading: { en: 'Map of the arrangements', cy: 'Map o’r trefniadau' },
  lead: {
    en: 'Posts, bodies and the functions of social services, and what ties them together on this date. The list below the map says the same in words.',
    cy: 'Swyddi, cyrff a swyddogaethau gwasanaethau cymdeithasol, a’r hyn sy’n eu cysylltu ar y dyddiad hwn. Mae’r rhestr o dan y map yn dweud yr un peth mewn geiriau.',
  },
  described: { en: '{nodes} posts, bodies and functions, tied by {ties} lines. The same is in the list that follows.', cy: '{nodes} o swyddi, cyrff a swyddogaethau, wedi’u cysylltu gan {ties} o linellau. Mae’r un peth yn y rhestr sy’n dilyn.' },
  key: { en: 'Key', cy: 'Allwedd' },
  kinds: {
    posts: { en: 'Post', cy: 'Swydd' },
    bodies: { en: 'Body', cy: 'Corff' },
    functions: { en: 'Function', cy: 'Swyddogaeth' },
  },
  ties: {
    line: { en: 'Line of management', cy: 'Llinell reoli' },
    seat: { en: 'Seat on a body', cy: 'Sedd ar gorff' },
    delegation: { en: 'Power given by an instrument', cy: 'Pŵer a roddir gan offeryn' },
    leads: { en: 'Leads the function', cy: 'Yn arwain y swyddogaeth' },
    'professional-lead': { en: 'Professional lead', cy: 'Arweinydd proffesiynol' },
  },
  gaps: {
    vacant: { en: 'Vacant', cy: 'Gwag' },
    deputised: { en: 'Vacant, deputised', cy: 'Gwag, â dirprwy' },
    'no-line': { en: 'Tied to nothing', cy: 'Heb gyswllt' },
    'no-lead': { en: 'Nobody leads it', cy: 'Neb yn ei harwain' },
  },
  list: { en: 'The same in words', cy: 'Yr un peth mewn geiriau' },
  nothing: { en: 'The register names no post on this date.', cy: 'Nid yw’r gofrestr yn enwi unrhyw swydd ar y dyddiad hwn.' },
  heldBy: { en: 'held by {people}', cy: 'deiliad: {people}' },
  scroll: { en: 'Map, which scrolls sideways', cy: 'Map, sy’n sgrolio i’r ochr' },
} as const;
