import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Advice } from '../../src/model/advice.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { adviceSite, type AdviceSite } from './advice-site.ts';

const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent();

describe('A challenge that is refused', () => {
  let wales: AdviceSite;
  before(async () => void (wales = await adviceSite('demo-wales', '2012-12-11T10:00:00Z')));
  after(() => wales.close());

  inBrowser('is raised in one form with its clock, refused with a reason, and goes along the procedure to the council, without JavaScript', async (open) => {
    const as = async (person: string): Promise<Page> => {
      const page = await open(`${wales.base}/en/sign-in`, NO_SCRIPT);
      await page.context().addCookies([await wales.cookie(person)]);
      return page;
    };
    const director = await as('tomos');
    await director.goto(`${wales.base}/en/council/work`);
    await director.getByRole('link', { name: 'Advice, concerns and challenges' }).click();
    await director.getByRole('link', { name: 'Raise a challenge' }).click();
    assert.match(await director.locator('.govuk-inset-text').innerText(), /An answer is due by 27 December 2012/);
    assert.match(await director.locator('details').innerHTML(), /26 December 2012 is left out: Boxing Day: bank holidays do not count/);
    assert.equal(await director.getByLabel('To whom').inputValue(), 'posts/chief-executive', 'the first of the line stands ready');
    await director.getByLabel('To whom').selectOption('posts/education');
    await director.getByLabel('What you want to say').fill('The conference about the child born 12/03/2009 was late');
    await director.getByRole('button', { name: 'Send it' }).first().click();
    assert.match(await director.title(), /^Error: /);
    assert.match(await director.locator('.govuk-error-summary').innerText(), /This looks like a date of birth/);
    await director.getByLabel('What you want to say').fill('Conferences are held late since the transfer');
    await director.getByLabel('Theme').selectOption('child-protection');
    await director.getByRole('button', { name: 'Send it' }).first().click();
    assert.match(await director.locator('.govuk-notification-banner').innerText(), /Saved as entry \d+/);

    let asked = 'Conferences are held late since the transfer';
    for (const [answering, next] of [['ieuan', 'Chief Executive'], ['eirlys', 'Head of Legal and Democratic Services'], ['mari', 'County Borough Council']] as const) {
      const answerer = await as(answering);
      await answerer.goto(`${wales.base}/en/council/advice`);
      await answerer.locator('table[aria-labelledby="yours"]').getByRole('link', { name: asked, exact: true }).click();
      await answerer.getByRole('button', { name: 'Answer it' }).click();
      await answerer.getByLabel('Your answer').selectOption('not-accepted');
      await answerer.getByRole('button', { name: 'Send it' }).first().click();
      assert.match(await answerer.locator('.govuk-error-summary').innerText(), /Say why it is not accepted/);
      await answerer.getByLabel('Why', { exact: true }).fill('Not before the half-year review.');
      await answerer.getByRole('button', { name: 'Send it' }).first().click();
      assert.match(await answerer.locator('main').innerText(), /Not accepted by .* on 11 December 2012/);

      await director.goto(`${wales.base}/en/council/advice`);
      await director.locator('table[aria-labelledby="further"]').getByRole('link', { name: asked, exact: true }).click();
      await director.getByRole('button', { name: `Take it to ${next}` }).click();
      asked = `For ${next} to settle`;
      await director.getByLabel('What you ask of them').fill(asked);
      await director.getByRole('button', { name: 'Send it' }).first().click();
      assert.match(await director.locator('main').innerText(), new RegExp(`went on to ${next}`, 'i'));
    }
    // The council has no chair on record: the keeper of its minutes enters what it resolved.
    const keeper = await as('mari');
    await keeper.goto(`${wales.base}/en/council/advice`);
    await keeper.getByRole('link', { name: asked, exact: true }).click();
    await keeper.getByRole('button', { name: 'Answer it' }).click();
    await keeper.getByLabel('Your answer').selectOption('accepted');
    await keeper.getByRole('button', { name: 'Send it' }).first().click();
    const line = await keeper.locator('main ol').last().locator('li').allInnerTexts();
    assert.deepEqual(line.map((step) => step.split(':')[0]), ['Director for Children and Young People', 'Chief Executive', 'Head of Legal and Democratic Services', 'County Borough Council (this one)']);
    assert.match(line[1] ?? '', /Under Resolving Conflict between Chief Officers/);
    assert.match(line[3] ?? '', /Accepted, 11 December 2012/);

    const chain = wales.register.image.entries.flatMap(({ changes }) => changes).flatMap(({ kind, record }) => (kind === 'advice' && record !== undefined ? [record as Advice] : []));
    const raised = new Map(chain.filter(({ on }) => on === '2012-12-11').map((one) => [one.ref, one]));
    assert.deepEqual([...raised.values()].map(({ nature, from, to, responses }) => [nature, from, to, responses.at(-1)?.outcome]), [
      ['challenge', 'posts/director', 'posts/education', 'not-accepted'], ['challenge', 'posts/director', 'posts/chief-executive', 'not-accepted'],
      ['challenge', 'posts/director', 'posts/monitoring-officer', 'not-accepted'], ['challenge', 'posts/director', 'bodies/council', 'accepted'],
    ]);
  });

  inBrowser('is told on pages that axe-core finds nothing wrong with, in either language, on a narrow screen too', async (open) => {
    const paths = ['/advice', '/advice/new?nature=challenge', '/advice/challenge-conferences', '/advice/challenge-conferences/escalate', '/advice/challenge-freeze', '/concern'];
    for (const size of [undefined, { viewport: { width: 320, height: 640 } }]) {
      const page = await open(`${wales.base}/en/sign-in`, size);
      await page.context().addCookies([await wales.cookie('tomos')]);
      for (const path of paths) {
        for (const language of ['en', 'cy']) {
          await page.goto(`${wales.base}/${language}/council${path}`);
          assert.deepEqual(await axeViolations(page), [], `${language} ${path}`);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0, `${language} ${path}`);
        }
      }
      await page.goto(`${wales.base}/cy/council/advice/new?nature=dissent`);
      await page.getByRole('button', { name: 'Ei anfon' }).first().click();
      await page.locator('.govuk-error-summary').waitFor();
      assert.deepEqual(await axeViolations(page), [], 'with what is missing told');
    }
  });
});

describe('A decision against a 72-hour clock', () => {
  let scotland: AdviceSite;
  before(async () => void (scotland = await adviceSite('demo-scotland', '2014-05-02T15:40:00Z')));
  after(() => scotland.close());

  inBrowser('comes in before a bank-holiday weekend and is made by the deputy whom the scheme names while the holder is absent', async (open) => {
    const holder = await open(`${scotland.base}/en/sign-in`, NO_SCRIPT);
    await holder.context().addCookies([await scotland.cookie('kirsty')]);
    await holder.goto(`${scotland.base}/en/council/work`);
    await holder.getByRole('link', { name: 'Statutory decisions' }).click();
    await holder.getByRole('button', { name: 'A decision has come in: start its clock' }).click();
    await holder.getByLabel('Which decision').selectOption('secure-authorisation');
    await holder.getByLabel('Time', { exact: true }).fill('16:30');
    await holder.getByLabel('What it is about').fill('Authorisation made by a children’s hearing, case no. 4471');
    await holder.getByLabel('Who is to decide').selectOption('persons/iain');
    await holder.getByLabel('Why the holder cannot decide').fill('on leave until 6 May');
    await holder.getByRole('button', { name: 'Start the clock' }).first().click();
    assert.match(await holder.locator('.govuk-error-summary').innerText(), /This looks like a case number/);
    await holder.getByLabel('What it is about').fill('Authorisation made by a children’s hearing');
    await holder.getByRole('button', { name: 'Start the clock' }).first().click();
    assert.equal(await heading(holder), 'Statutory decisions');
    assert.match(await holder.locator('table[aria-labelledby="open"]').innerText(), /71 hours and 50 minutes left: until 5 May 2014 at 16:30/);

    scotland.clock.now = '2014-05-05T14:00:00.000Z' as typeof scotland.clock.now;
    const deputy = await open(`${scotland.base}/en/sign-in`, NO_SCRIPT);
    await deputy.context().addCookies([await scotland.cookie('iain')]);
    await deputy.goto(`${scotland.base}/en/council`);
    assert.match(await deputy.locator('main').innerText(), /The time for Iain Interregnum to decide, under .*, ends on 5 May 2014/);
    await deputy.goto(`${scotland.base}/en/council/decisions`);
    await deputy.getByRole('link', { name: 'Authorisation made by a children’s hearing' }).click();
    const days = await deputy.locator('details li').allInnerTexts();
    assert.deepEqual(days, [
      '2 May 2014: 7 hours and 30 minutes counted',
      '3 May 2014: 24 hours counted; Saturday, and this clock runs on weekends',
      '4 May 2014: 24 hours counted; Sunday, and this clock runs on weekends',
      '5 May 2014: 16 hours and 30 minutes counted; Early May bank holiday, and this clock runs on bank holidays',
    ]);
    await deputy.getByRole('button', { name: 'Record the decision' }).click();
    await deputy.getByLabel('What was decided').fill('Put into effect, with the consent of the head of the unit.');
    await deputy.getByRole('button', { name: 'Record the decision' }).first().click();
    const told = await deputy.locator('main').innerText();
    assert.match(told, /in time, with 1 hour and 30 minutes left/i);
    assert.match(told, /Decided by\s+Iain Interregnum/);
    assert.match(told, /As deputy under\s+Mr I\. Interregnum deputises for the Chief Social Work Officer\./);
    assert.match(told, /The holder was absent: on leave until 6 May/);
  });

  inBrowser('is told on pages that axe-core finds nothing wrong with, in either language, on a narrow screen too', async (open) => {
    const [one] = scotland.register.image.snapshot('2014-05-05' as never).all('statutory-decisions').filter(({ clock }) => clock !== undefined);
    const paths = ['/decisions', '/decisions/new', `/decisions/${one?.id ?? 'none'}`, `/decisions/${one?.id ?? 'none'}/record`, `/decisions/${one?.id ?? 'none'}/hand-over`, '/decisions/decision-2009-01'];
    for (const size of [undefined, { viewport: { width: 320, height: 640 } }]) {
      const page = await open(`${scotland.base}/en/sign-in`, size);
      await page.context().addCookies([await scotland.cookie('kirsty')]);
      for (const path of paths) {
        for (const language of ['en', 'cy']) {
          await page.goto(`${scotland.base}/${language}/council${path}`);
          assert.deepEqual(await axeViolations(page), [], `${language} ${path}`);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0, `${language} ${path}`);
        }
      }
    }
  });
});
