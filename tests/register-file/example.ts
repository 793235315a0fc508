/** The example of the register file as the model gives it to those who write one. */
export const EXAMPLE = `register:
  id: cwm-example
  authority: { name: { en: Cwm Example County Borough Council, cy: Cyngor Bwrdeistref Sirol Cwm Esiampl }, nation: wales }
  pack: wales-2009
  completeFor: [posts, appointments, bodies, seats, instruments]     # absence means "no"; for other kinds it means "not known"
  asAt: 2012-12-10                                                   # default date for a reader
posts:
  - { id: chief-executive, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Corporate Director Social Services, designations: [director-of-social-services], reportsTo: chief-executive }
persons:
  - { id: p1, name: Fictional Person, registrations: [{ body: CCW, number: "W/1", from: 2009-04-01 }] }
appointments:
  - { id: a1, person: p1, post: director, basis: permanent, from: 2010-05-01 }
series:
  - { id: one-to-one, title: Monthly one-to-one, between: [chief-executive, director], frequency: P1M, formal: { agenda: true, record: true } }
meetings:
  - { id: m1, series: one-to-one, on: 2012-11-05, held: true, record: notes, attended: [chief-executive, director],
      items: [{ number: 1, title: Safeguarding referrals, themes: [safeguarding] }] }
`;
