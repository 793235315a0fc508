import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openRegister } from '../../src/assessment/open-register.ts';
import { KnownIds } from '../../src/model/register-file/known-ids.ts';
import { readRecords } from '../../src/model/register-file/read-records.ts';
import { shapeOf } from '../../src/model/register-file/shape.ts';
import { recordsOf } from '../../src/model/register-file/written.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import { vocabulariesOf } from '../../src/rules/vocabularies.ts';
import { formFields, type FormField } from '../../src/web/forms/form-field.ts';
import { formValueOf, valueOf, type FormValue } from '../../src/web/forms/form-value.ts';

/** What a browser sends back when somebody saves the form without touching it: the value of every control that it shows. */
function untouched(fields: readonly FormField[]): FormValue {
  const sent = new Map<string, string>();
  const send = (field: FormField): void => {
    switch (field.is) {
      case 'group':
        return field.fields.forEach(send);
      case 'list':
        return field.items.forEach(send);
      case 'date':
        for (const part of ['day', 'month', 'year'] as const) sent.set(`${field.name}.${part}`, field[part]);
        return;
      case 'yes-no':
        sent.set(field.name, field.value);
        return field.date === undefined ? undefined : send(field.date);
      case 'moment':
        for (const part of ['day', 'month', 'year', 'time'] as const) sent.set(`${field.name}.${part}`, field[part]);
        return;
      case 'checks':
        for (const { name, value, isTicked } of field.checks) if (isTicked) sent.set(name, value);
        return;
      case 'number-or-none':
        sent.set(field.name, field.value);
        if (field.isNone) sent.set(`${field.name}.none`, 'yes');
        return;
      case 'secret':
        return assert.fail('a record has no secrets');
      default:
        sent.set(field.name, field.value);
    }
  };
  fields.forEach(send);
  return sent;
}

describe('A form of any kind of record', () => {
  for (const file of ['examples/demo-wales/register.yaml', 'examples/demo-scotland/register.yaml']) {
    it(`that is saved untouched says the same of every record of ${file}`, async () => {
      const opened = await openRegister(file);
      assert.ok(opened.ok);
      const ids = new KnownIds();
      for (const [kind, records] of recordsOf(opened.value.content)) for (const { id } of records) ids.add(kind, id);
      let count = 0;
      for (const [kind, records] of recordsOf(opened.value.content)) {
        const shape = shapeOf(kind);
        for (const record of records as readonly AnyRecord[]) {
          const { ref: _ref, valid, ...fields } = record;
          const written = { ...fields, ...('from' in shape.fields || valid.from === undefined ? {} : { from: valid.from }) };
          const form = untouched(formFields(shape, { language: 'en', value: formValueOf(shape, written), errors: new Map(), choices: () => undefined, more: new Set() }));
          const read = readRecords([{ kind, fields: valueOf(shape, form) as Readonly<Record<string, unknown>> }], ids, vocabulariesOf(opened.value.compiled.pack));
          assert.ok(read.ok, `${record.ref}: ${read.ok ? '' : JSON.stringify(read.faults)}`);
          const { ref: _readRef, valid: _readValid, ...again } = read.value[0] as AnyRecord;
          assert.deepEqual(JSON.parse(JSON.stringify(again)), JSON.parse(JSON.stringify(fields)), record.ref);
          count += 1;
        }
      }
      assert.ok(count > 300);
    });
  }

  it('keeps what was typed where it is no date or number, so that the answer can name it', () => {
    const shape = shapeOf('indicators');
    assert.deepEqual(valueOf(shape, new Map([['id', 'x'], ['target', 'about ten'], ['title.en', ' Visits '], ['from.day', '31'], ['from.month', '2'], ['from.year', '2012']])), {
      id: 'x', target: 'about ten', title: { en: 'Visits' }, from: '2012-02-31',
    });
  });

  it('leaves out the rows of a list that nobody filled in', () => {
    const shape = shapeOf('bodies');
    assert.deepEqual(valueOf(shape, new Map([['remit.0', ''], ['remit.1', 'workforce'], ['remit.7', ' '], ['remit.x', 'no']])), { remit: ['workforce'] });
  });
});
