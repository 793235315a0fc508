import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { instantOf } from '../../src/kernel/instant.ts';
import { lastRunsIn } from '../../src/web/operation/last-runs.ts';
import { Scheduler, type Job } from '../../src/web/operation/scheduler.ts';
import { temporaryFolder } from '../kept/folder.ts';

const MINUTE = 60_000;

/** A scheduler whose clock the test moves. */
function scheduled(path: string, jobs: readonly Job[], start: number) {
  const clock = { now: start };
  const failed: string[] = [];
  const scheduler = new Scheduler({ jobs, lastRuns: lastRunsIn(path), now: () => clock.now, onFault: (job, error) => failed.push(`${job}: ${String(error)}`) });
  return { clock, failed, scheduler, state: () => scheduler.heartbeat().jobs[0] };
}

describe('the scheduler', () => {
  const path = join(temporaryFolder(), 'jobs.json');
  let done = 0;
  const count: Job = { name: 'count', everyMs: MINUTE, run: () => Promise.resolve(void (done += 1)) };

  it('does a job when it is due and not before', async () => {
    const { clock, scheduler } = scheduled(path, [count], MINUTE);
    await scheduler.tick();
    clock.now += MINUTE - 1;
    await scheduler.tick();
    assert.equal(done, 1);
    clock.now += 1;
    await scheduler.tick();
    assert.equal(done, 2);
  });

  it('remembers over a restart when a job was last done', async () => {
    const { clock, scheduler, state } = scheduled(path, [count], 2 * MINUTE + 1);
    assert.equal(state()?.lastRun, instantOf(2 * MINUTE));
    await scheduler.tick();
    assert.equal(done, 2);
    clock.now += MINUTE;
    await scheduler.tick();
    assert.equal(done, 3);
  });

  it('does what is due where the clock was put back, and where what it remembered cannot be read', async () => {
    await scheduled(path, [count], 1000).scheduler.tick();
    assert.equal(done, 4);
    writeFileSync(path, 'not { json');
    await scheduled(path, [count], 2000).scheduler.tick();
    assert.equal(done, 5);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), { count: instantOf(2000) });
  });

  it('tells of a job that fails, and tries it again when it is next due', async () => {
    let fails = true;
    const job: Job = { name: 'frail', everyMs: MINUTE, run: () => (fails ? Promise.reject(new Error('no')) : Promise.resolve()) };
    const { clock, failed, scheduler, state } = scheduled(join(temporaryFolder(), 'jobs.json'), [job], 0);
    await scheduler.tick();
    assert.deepEqual([state()?.outcome, failed], ['failed', ['frail: Error: no']]);
    fails = false;
    clock.now += MINUTE;
    await scheduler.tick();
    assert.equal(state()?.outcome, 'ok');
  });

  it('does not start a job that is still under way, says that it is late, and lets it finish when stopped', async () => {
    let finish = (): void => undefined;
    let started = 0;
    const job: Job = { name: 'slow', everyMs: MINUTE, run: () => new Promise((resolve) => { started += 1; finish = resolve; }) };
    const { clock, scheduler, state } = scheduled(join(temporaryFolder(), 'jobs.json'), [job], 0);
    const ticked = scheduler.tick();
    clock.now += 4 * MINUTE;
    await scheduler.tick();
    assert.deepEqual([started, state()?.isLate, state()?.outcome], [1, true, 'not-run']);
    const stopped = scheduler.stop();
    finish();
    await Promise.all([ticked, stopped]);
    assert.deepEqual([state()?.isLate, state()?.outcome], [false, 'ok']);
  });
});
