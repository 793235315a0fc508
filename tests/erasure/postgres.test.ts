import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { readRegisterInDatabase } from '../../src/register/database/read-database.ts';
import { verifyInDatabase } from '../../src/register/database/verify-in-database.ts';
import { verifierKey } from '../../src/register/log/note-key.ts';
import { actRequest } from '../../src/register/requests.ts';
import { proposeKey, rotateKey } from '../../src/register/rotation/key-acts.ts';
import { RegisterKeys } from '../../src/register/rotation/register-keys.ts';
import { asked, good, person, request, temporaryFolder } from '../kept/folder.ts';
import { smallDatabase } from '../postgres/small-database.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { erase, filesWith, FRAGMENT, SECRET } from './erasing.ts';

describe('Two processes on one database', { skip: noPostgres }, () => {
  let server: Postgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  it('lose what one of them erases, from memory and from every file of the server', async () => {
    const { url, keys, registers, register } = await smallDatabase(server);
    const others = good(await DatabaseRegisters.open({ url, keys }));
    const other = await others.register('small');
    good(await register.perform(request('record.put', person('x', SECRET))));
    assert.match(JSON.stringify((await other.latest()).content()), new RegExp(FRAGMENT));
    assert.notDeepEqual(filesWith(server.dataFolder, FRAGMENT), []);
    const { number } = await erase(register, ['persons/x']);
    assert.equal((await other.latest()).entries[1]?.changes[0]?.erasedBy, number);
    for (const one of [register, other]) assert.ok(!JSON.stringify([one.image.entries, one.image.content()]).includes(FRAGMENT));
    assert.equal(await register.purged(), true);
    assert.deepEqual(filesWith(server.dataFolder, FRAGMENT), []);
    const found = await verifyInDatabase({ url, keys }, 'small');
    assert.deepEqual(found.state === 'intact' && found.erasures?.bodies, 1);
    await Promise.all([registers.close(), others.close()]);
  });

  it('sign on with the key to which one of them changes, and one without it signs nothing', async () => {
    const { url, keys, registers, register } = await smallDatabase(server);
    const apart = join(temporaryFolder(), 'keys');
    await register.settled();
    cpSync(keys, apart, { recursive: true });
    const others = good(await DatabaseRegisters.open({ url, keys }));
    const other = await others.register('small');
    const own = new RegisterKeys(keys, 'small');
    const [from, to] = [verifierKey(own.inForce), verifierKey(own.next())];
    good(await register.perform(actRequest(proposeKey(from), {}, asked(), {})));
    good(await other.perform(actRequest(rotateKey(from, to), {}, asked({ actor: { person: 'officer' } }), {})));
    good(await register.perform(request('record.put', person('dee'))));
    good(await other.perform(request('record.put', person('eve'))));
    const read = good(await readRegisterInDatabase({ url, keys }, 'small'));
    assert.deepEqual([verifierKey(read.key), read.entries.length], [to, 5]);
    assert.equal((await verifyInDatabase({ url, keys }, 'small')).state, 'intact');
    const without = good(await DatabaseRegisters.open({ url, keys: apart }));
    await assert.rejects(without.register('small'));
    await Promise.all([registers.close(), others.close(), without.close()]);
  });
});
