import type { FastifyInstance, FastifyReply } from 'fastify';
import { LANGUAGES } from '../../kernel/text.ts';
import { isKindName, type KindName } from '../../model/kinds.ts';
import { registerTemplate } from '../../model/register-file/workbook/template.ts';
import { writeWorkbook } from '../../model/register-file/workbook/write-workbook.ts';
import { SHEETS } from '../../model/register-file/workbook/columns.ts';
import { writeCsv } from '../../model/register-file/write-csv.ts';
import { contentForFile } from '../../register/export-content.ts';
import { notFoundPage } from '../pages/not-found.ts';
import type { Reading } from '../reading.ts';
import { foundRecords } from '../recording/record-lists.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a reader may see of a register, as files to keep; and a workbook to fill in. */
export function exportRoutes(server: FastifyInstance, { show, enter }: Pick<RecordRoutesParts, 'show' | 'enter'>): void {
  for (const language of LANGUAGES) {
    const root = `/${language}/:register`;
    server.get(`${root}/export.xlsx`, async (request, reply) => {
      const entered = await enter(request, reply, language);
      if (entered === undefined) return reply;
      const { reading, register } = entered;
      return sent(reply, `${register.id}.xlsx`, WORKBOOK, await writeWorkbook(contentForFile(reading.register.content)));
    });
    server.get(`${root}/template.xlsx`, async (request, reply) => {
      const entered = await enter(request, reply, language);
      if (entered === undefined) return reply;
      const { reading, register } = entered;
      return sent(reply, `${register.id}-empty.xlsx`, WORKBOOK, await registerTemplate(reading.register.content.header));
    });
    server.get(`${root}/records/:kind(^[a-z-]+).csv`, async (request, reply) => {
      const entered = await enter(request, reply, language);
      if (entered === undefined) return reply;
      const { reading, register } = entered;
      const { kind = '' } = reading.ask.params;
      if (!isKindName(kind)) return show(request, reply, notFoundPage(reading.ask, 'kind', kind));
      return sent(reply, `${register.id}-${kind}.csv`, 'text/csv; charset=utf-8', csvOf(reading, kind));
    });
  }
}

/** The list of a kind, as it is shown for the words that are sought: its last version of each record. An empty list has its heads. */
function csvOf(reading: Reading, kind: KindName): string {
  const { header, records } = reading.register.content;
  const table = writeCsv({ header, records: { ...records, [kind]: foundRecords(reading, kind, reading.ask.query.get('q') ?? '') } }).find(({ name }) => name === `${kind}.csv`);
  const heads = SHEETS.find(({ name }) => name === kind)?.columns.map(({ name }) => name) ?? [];
  return table?.text ?? `\ufeff${heads.join(',')}\r\n`;
}

const sent = (reply: FastifyReply, name: string, type: string, body: Uint8Array | string): FastifyReply =>
  reply.headers({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}"` }).type(type).send(typeof body === 'string' ? body : Buffer.from(body));
