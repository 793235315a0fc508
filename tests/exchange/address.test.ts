import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressesIn, allowedAddress } from '../../src/exchange/fetching/allowed-address.ts';
import { fetchAnswer } from '../../src/exchange/fetching/fetch-answer.ts';
import { askModernGov } from '../../src/exchange/modern-gov/service.ts';
import { date } from '../../src/kernel/date.ts';
import type { Result } from '../../src/kernel/result.ts';
import { good } from '../kept/folder.ts';
import { TODAY } from './exchanging.ts';
import { modernGovService, type Service } from './service.ts';

const LIMITS = { bytes: 200_000, patience: 1_500, inside: false };
const sentence = (result: Result<unknown>): string => (result.ok ? '' : result.faults.map((fault) => fault.sentence).join('\n'));

async function asking<T>(instead: Parameters<typeof modernGovService>[0], work: (service: Service, ask: () => ReturnType<typeof askModernGov>) => Promise<T>): Promise<T> {
  const service = await modernGovService(instead);
  try {
    return await work(service, () => askModernGov({ address: new URL(service.address), between: [date('2012-10-01'), date('2012-12-31')], committees: [], today: TODAY, fetch: (url) => fetchAnswer(url, LIMITS) }));
  } finally {
    await service.close();
  }
}

describe('The council’s own Modern.gov', () => {
  it('is asked for its committees, councillors and the meetings between two days, each with its attendance', () => asking({}, async ({ asked }, ask) => {
    const findings = good(await ask());
    assert.deepEqual(asked, [
      '/mgWebService.asmx/GetCommittees', '/mgWebService.asmx/GetCouncillorsByWard',
      '/mgWebService.asmx/GetAllMeetingsByDate?lCommitteeId=-1&sFromDate=01%2F10%2F2012&sToDate=31%2F12%2F2012&bIsAscendingDateOrder=true',
      ...['9001', '9002', '9003'].map((id) => `/mgWebService.asmx/GetMeeting?lMeetingId=${id}`),
    ]);
    assert.deepEqual(findings.records.map(({ kind }) => kind).toSorted(), [...Array<string>(4).fill('bodies'), ...Array<string>(3).fill('meetings'), ...Array<string>(3).fill('persons'), ...Array<string>(3).fill('seats')]);
    assert.equal(findings.records.find(({ id }) => id === 'mg-meeting-9002')?.fields['body'], 'bodies/mg-committee-112');
    assert.match(findings.notes.map(({ place }) => place.file).join(), /GetMeeting\?lMeetingId=9001/);
  }));

  it('has the meetings that it gives of other days left out', () => asking({}, async (service) => {
    const findings = good(await askModernGov({ address: new URL(service.address), between: [date('2012-12-01'), date('2012-12-31')], committees: ['113'], today: TODAY, fetch: (url) => fetchAnswer(url, LIMITS) }));
    assert.deepEqual(findings.records.filter(({ kind }) => kind === 'meetings').map(({ id }) => id), ['mg-meeting-9003']);
    assert.ok(service.asked.some((one) => one.includes('lCommitteeId=113')));
  }));

  it('is read without its councillors where it does not give them', () => asking({ GetCouncillorsByWard: (_, response) => response.writeHead(500).end() }, async (_, ask) => {
    const findings = good(await ask());
    assert.ok(findings.notes.some(({ code, values }) => code === 'not-read' && /GetCouncillorsByWard/.test(values['word'] ?? '')));
    assert.equal(findings.records.find(({ id }) => id === 'mg-person-501')?.fields['name'], 'Cllr Sian Example');
  }));

  const hostile: readonly (readonly [what: string, instead: Parameters<typeof modernGovService>[0], says: RegExp])[] = [
    ['is switched off', { GetCommittees: (_, response) => response.writeHead(404).end() }, /answers 404: it is switched off/],
    ['fails', { GetMeeting: (_, response) => response.writeHead(500).end() }, /answers 500 instead/],
    ['sends to a file', { GetCommittees: (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end() }, /sends elsewhere \(`file:\/\/\/etc\/passwd`\), which is not followed/],
    ['sends to where clouds tell secrets', { GetCommittees: (_, response) => response.writeHead(301, { location: 'http://169.254.169.254/latest/meta-data' }).end() }, /169\.254\.169\.254/],
    ['answers with a page', { GetCommittees: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><html>Sign in</html>') }, /web page, not XML/],
    ['answers with a document type', { GetMeeting: (_, response) => response.writeHead(200).end('<!DOCTYPE m SYSTEM "http://127.0.0.1/x"><meeting/>') }, /document type/],
    ['answers without end', { GetCommittees: (_, response) => { const more = (): void => void (response.destroyed || (response.write(' '.repeat(50_000)) ? setImmediate(more) : response.once('drain', more))); response.writeHead(200); more(); } }, /answers more than/],
    ['begins to answer and never goes on', { GetCommittees: (_, response) => void response.writeHead(200).write('<committees>') }, /did not answer within/],
    ['never answers', { GetCommittees: () => undefined }, /did not answer within/],
    ['breaks off', { GetCommittees: (request) => void request.socket.destroy() }, /could not be reached|broke off/],
  ];
  for (const [what, instead, says] of hostile) it(`gives nothing but a sentence where it ${what}`, () => asking(instead, async (_, ask) => assert.match(sentence(await ask()), says)));
});

describe('Addresses that are fetched from', () => {
  const allowed = addressesIn('https://democracy.example.gov.uk/mgWebService.asmx,  https://other.example/mg/mgWebService.asmx');

  it('are only those that the setting lists, whole', () => {
    assert.equal(allowed.length, 2);
    assert.ok(allowedAddress('https://Democracy.example.gov.uk/mgwebservice.asmx/', allowed).ok);
    for (const address of ['https://democracy.example.gov.uk/', 'https://democracy.example.gov.uk/mgWebService.asmx/../admin', 'http://democracy.example.gov.uk/mgWebService.asmx', 'https://democracy.example.gov.uk:8443/mgWebService.asmx', 'https://democracy.example.gov.uk.attack.example/mgWebService.asmx']) assert.match(sentence(allowedAddress(address, allowed)), /not among the addresses/, address);
    assert.match(sentence(allowedAddress('https://a:b@democracy.example.gov.uk/mgWebService.asmx', allowed)), /a name, a password/);
    assert.match(sentence(allowedAddress('council.xml', allowed)), /is not an address/);
    assert.match(sentence(allowedAddress('https://democracy.example.gov.uk/mgWebService.asmx', [])), /lists them in ANSWERABLE_MODERN_GOV/);
  });

  it('are never plain HTTP, nor a private network unless that is allowed, nor link-local at all', async () => {
    for (const address of ['http://democracy.example.gov.uk/x', 'ftp://127.0.0.1/x']) assert.match(sentence(await fetchAnswer(new URL(address), LIMITS)), /does not begin with https/, address);
    for (const address of ['https://10.0.0.5/x', 'https://192.168.1.1/x', 'https://[fd00::1]/x', 'https://169.254.169.254/x', 'https://0.0.0.0/x']) assert.match(sentence(await fetchAnswer(new URL(address), LIMITS)), /is not an address of the internet/, address);
    assert.match(sentence(await fetchAnswer(new URL('https://169.254.169.254/x'), { ...LIMITS, inside: true })), /is not an address of the internet/);
  });
});
