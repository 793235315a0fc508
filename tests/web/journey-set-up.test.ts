import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe } from 'node:test';
import { inBrowser } from '../browser/browser.ts';
import { temporaryFolder } from '../kept/folder.ts';
import { answerAll, heading, secondStep, setUpLink } from './setting-up.ts';
import { ended, serving } from './serving-process.ts';

const NO_SCRIPT = { javaScriptEnabled: false };

describe('A council that sets itself up from nothing', () => {
  inBrowser('comes from an empty folder to its first verdicts and its list of tasks, without JavaScript', async (open, test) => {
    const running = await serving(test, ['--data', join(temporaryFolder(), 'data'), '--port', '0']);
    const link = await setUpLink(running);
    const page = await open(running.url, NO_SCRIPT);
    assert.equal(await heading(page), 'Nothing is set up here yet', 'before the link was opened nothing is shown');
    await page.goto(link);
    assert.equal(await heading(page), 'Set up your authority');
    await answerAll(page);
    assert.equal(await heading(page), 'Check your answers');
    await page.getByRole('button', { name: 'Begin the register' }).click();
    assert.equal(await heading(page), 'Your register has begun');
    assert.ok(await page.getByText('You are signed in as Ben Example').isVisible());
    await page.getByRole('button', { name: 'Set up your second step' }).click();
    await secondStep(page);

    await page.goto(`${running.url}en/cwm-newydd-council-fictional`);
    assert.equal(await heading(page), 'Cwm Newydd Council (fictional)');
    assert.ok((await page.getByText('Not known').count()) > 0, 'the first verdicts say that most is not known');
    await page.getByRole('link', { name: 'Go to the list of tasks' }).click();
    assert.equal(await page.getByText('Not started').count(), 6);
    await ended(running.child, 'SIGTERM');
  });
});
