export const searchWords = {
  title: { en: 'Search', cy: 'Chwilio' },
  heading: { en: 'Search this register', cy: 'Chwilio’r gofrestr hon' },
  hint: { en: 'Words or names in either language, with or without accents, or an id.', cy: 'Geiriau neu enwau yn y naill iaith neu’r llall, gydag acenion neu hebddynt, neu ddynodydd.' },
  found: {
    one: { en: 'One thing was found.', cy: 'Cafwyd hyd i un peth.' },
    two: { en: '{count} things were found.', cy: 'Cafwyd hyd i {count} beth.' },
    other: { en: '{count} things were found.', cy: 'Cafwyd hyd i {count} o bethau.' },
  },
  nothing: { en: 'Nothing was found. Try fewer words, or a part of one.', cy: 'Ni chafwyd hyd i ddim. Rhowch gynnig ar lai o eiriau, neu ran o un.' },
  all: { other: { en: 'See all {count} in the list', cy: 'Gweld pob un o’r {count} yn y rhestr' } },
  expectations: { en: 'Expectations of the guidance', cy: 'Disgwyliadau’r canllawiau' },
} as const;
