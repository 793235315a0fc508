import { z } from 'zod';
import type { Entitlement } from '../../model/scrutiny.ts';
import { absent } from '../absence.ts';
import { all } from '../compose-tests.ts';
import { themesOf } from '../entitlement-themes.ts';
import type { Facts } from '../facts.ts';
import { firstRefs } from '../naming.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, reason, type Outcome } from '../outcome.ts';
import { isParty } from '../parties.ts';
import { receivedAsStated } from '../received-as-stated.ts';

const says = {
  entitled: { en: '{holder} is to receive "{entitlement}" once in {frequency}.', cy: 'Mae {holder} i gael "{entitlement}" unwaith mewn {frequency}.' },
  anything: { en: 'an entitlement of {whom} to information', cy: 'hawl {whom} i wybodaeth' },
  about: { en: 'an entitlement of {whom} to information on {theme}', cy: 'hawl {whom} i wybodaeth am {theme}' },
  silent: { en: 'What is to be received by {whom} does not say whether it is on {theme}: {entitlements}.', cy: 'Nid yw’r hyn y mae {whom} i’w gael yn dweud a yw am {theme}: {entitlements}.' },
  sayThemes: { en: 'Record the themes of {entitlements}.', cy: 'Cofnodwch themâu {entitlements}.' },
  asked: { en: '{whom} is entitled to information.', cy: 'Mae gan {whom} hawl i wybodaeth.' },
  askedAbout: { en: '{whom} is entitled to information on {themes}.', cy: 'Mae gan {whom} hawl i wybodaeth am {themes}.' },
  askedReceived: { en: '{whom} receives the information to which it is entitled as often as stated.', cy: 'Mae {whom} yn cael yr wybodaeth y mae ganddi hawl iddi mor aml ag y nodir.' },
};

/** It is written down what the holder is to receive (on each of the themes); with `received`, it came as often as that says. */
export const entitled = defineOperator({
  name: 'entitled',
  params: ({ party, themes }) => z.strictObject({ whom: party, themes: themes.optional(), received: z.boolean().default(false) }),
  evaluate({ whom, themes, received }, facts) {
    const theirs = facts.all('entitlements').filter(({ holder }) => isParty(facts, holder, whom));
    const answer = (found: readonly Entitlement[]): Outcome => (received ? all(found.map((one) => () => receivedAsStated(facts, one)))(facts) : are(found));
    if (themes === undefined) return theirs.length === 0 ? absent(facts, 'entitlements', says.anything, { whom }) : answer(theirs);
    return all(
      themes.map((theme) => () => {
        const about = theirs.filter((one) => themesOf(facts, one).includes(theme));
        return about.length === 0 ? notAbout(facts, theirs, { whom, theme }) : answer(about);
      }),
    )(facts);
  },
  explain: ({ whom, themes, received }) => ({
    says: received ? says.askedReceived : themes === undefined ? says.asked : says.askedAbout,
    with: { whom, themes: themes ?? [] },
  }),
});

/** An entitlement that does not say what it is about may be about the theme. */
function notAbout(facts: Facts, theirs: readonly Entitlement[], filled: { readonly whom: string; readonly theme: string }): Outcome {
  const silent = theirs.filter((one) => themesOf(facts, one).length === 0);
  if (silent.length === 0) return absent(facts, 'entitlements', says.about, filled);
  const said = { ...filled, entitlements: firstRefs(silent) };
  return notKnown([reason(says.silent, said, firstRefs(silent))], missing(says.sayThemes, said, 'entitlements'));
}

const named = ({ ref, holder, frequency }: Entitlement) => ({ entitlement: ref, holder, frequency });

const are = (found: readonly Entitlement[]): Outcome => met(...found.slice(0, 10).map((one) => reason(says.entitled, named(one), [one.ref, one.holder])));
