import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { assert, constantFrom, jsonValue, property } from 'fast-check';
import type { JsonObject } from '#libs/kernel/json.js';
import { licenceFacts } from './licence-facts.js';
import { isDomainName, isTaxCode } from './load-form-formats.js';
import { type FormBook, loadForms } from './load-forms.js';
import { loadProcedures } from './load-procedures.js';
import { schemaFolder } from './load-schema-folder.js';

const form = { id: 'aggregated-news-application', version: '1' };
let forms: FormBook;
let example: Record<string, JsonObject>;

beforeAll(async () => {
  forms = await loadForms();
  const path = join(schemaFolder('forms'), 'examples', 'aggregated-news-application.json');
  example = JSON.parse(await readFile(path, 'utf8')) as typeof example;
});

function faultsOf(answers: unknown): readonly string[] {
  const checked = forms.validate(form, answers);
  return checked.valid ? [] : checked.faults.map(({ code, path }) => `${code} ${path}`);
}

describe('the application for an aggregated-news website', () => {
  it('accepts the example', () => {
    expect(forms.validate(form, example)).toStrictEqual({ valid: true });
  });

  it('names what is missing in the words of the form', () => {
    const { site: _, ...rest } = example;
    expect(forms.validate(form, rest)).toStrictEqual({
      valid: false,
      faults: [
        {
          path: '/site',
          code: 'missing',
          message: { vi: 'Trang thông tin điện tử: nội dung bắt buộc', en: 'Website: is required' },
        },
      ],
    });
  });

  it('lists all faults at once', () => {
    const { site, organisation, contentManager } = example;
    const answers = {
      ...example,
      organisation: {
        ...organisation,
        name: '   ',
        taxCode: '4101999010',
        email: 'an(at)vidu.vn',
        colour: 'blue',
      },
      contentManager: { ...contentManager, nationality: 'Lào' },
      site: { ...site, domains: ['không phải tên miền', 'a.vn', 'a.vn'], columns: [] },
      requestedTermYears: 11,
      undertaking: false,
      signedOn: '2026-02-30',
    };
    expect(faultsOf(answers)).toStrictEqual([
      'unknownField /organisation/colour',
      'badFormat /organisation/name',
      'badFormat /organisation/taxCode',
      'badFormat /organisation/email',
      'missing /contentManager/residenceCardUntil',
      'badFormat /site/domains/0',
      'duplicate /site/domains',
      'tooFew /site/columns',
      'outOfRange /requestedTermYears',
      'notAllowed /undertaking',
      'badFormat /signedOn',
    ]);
  });

  it('asks a foreigner, and only a foreigner, for the residence card', () => {
    const lacking = { ...example, contentManager: { ...example['contentManager'], nationality: 'Lào' } };
    expect(forms.validate(form, lacking)).toMatchObject({
      faults: [{ message: { vi: 'Thẻ tạm trú có giá trị đến ngày: nội dung bắt buộc' } }],
    });
    const foreign = { ...example['contentManager'], nationality: 'Lào', residenceCardUntil: '2027-12-31' };
    expect(faultsOf({ ...example, contentManager: foreign })).toStrictEqual([]);
  });

  it('tells one fault per empty field, and none about how addresses may look', () => {
    const { organisation, server } = example;
    expect(faultsOf({ ...example, organisation: { ...organisation, name: '' } })).toStrictEqual([
      'tooShort /organisation/name',
    ]);
    expect(
      faultsOf({ ...example, server: { ...server, ipAddresses: ['2001:db8::18', '999.1.1.1'] } }),
    ).toStrictEqual(['badFormat /server/ipAddresses/1']);
  });

  it('names a choice that there is not by the field, not by the first choice', () => {
    const request = { id: 'aggregated-news-change-notice', version: '1' };
    const checked = forms.validate(request, { change: 'colour' });
    const faults = checked.valid ? [] : checked.faults.filter(({ path }) => path === '/change');
    expect(faults).toStrictEqual([
      {
        path: '/change',
        code: 'notAllowed',
        message: {
          vi: 'Nội dung thay đổi: giá trị không được chấp nhận',
          en: 'What changed: is not an allowed value',
        },
      },
    ]);
  });

  it.each([undefined, null, 7, 'text', [], true])('refuses %j', (answers) => {
    expect(forms.validate(form, answers).valid).toBe(false);
  });

  it('refuses what is too large, endless, or for another form', () => {
    const endless: Record<string, unknown> = {};
    endless['self'] = endless;
    expect(faultsOf(endless)).toStrictEqual(['tooLarge ']);
    expect(faultsOf({ ...example, note: 'x'.repeat(200_001) })).toStrictEqual(['tooLarge ']);
    expect(forms.validate({ id: 'tea', version: '1' }, example)).toMatchObject({
      faults: [{ code: 'unknownForm' }],
    });
  });

  it('never throws, whatever is sent', () => {
    assert(
      property(jsonValue(), constantFrom(...Object.keys(example)), (value, key) => {
        forms.validate(form, value);
        forms.validate(form, { ...example, [key]: value });
      }),
    );
  });

  it('has everything that the certificate says about the holder', async () => {
    const book = await loadProcedures({ demonstration: true, forms: forms.ids() });
    const procedure = book.list().find(({ form: { id } }) => id === form.id);
    expect(licenceFacts(procedure!.licence.contents!, example)).toMatchObject({
      holder: {
        name: 'Công ty Cổ phần Truyền thông Gió Biển',
        registration:
          'số 4101999018 do Phòng Đăng ký kinh doanh, Sở Tài chính tỉnh Gia Lai cấp ngày 12/08/2025',
        legalRepresentative: 'Nguyễn Thị An; chức vụ: Giám đốc',
      },
      site: { domain: 'giobien-vidu.vn, tonghop.giobien-vidu.vn' },
      responsiblePerson: { name: 'Lương Quốc Việt', nationality: 'Việt Nam' },
      sources: [
        'Báo Ví Dụ Miền Trung',
        'Tạp chí Ví Dụ Biển Đảo',
        'Đài Phát thanh và Truyền hình Ví Dụ',
        'Cổng thông tin điện tử tỉnh Ví Dụ',
      ],
    });
  });

  it('leaves a fact out where the application does not give it', async () => {
    const [procedure] = (await loadProcedures({ demonstration: true })).list();
    const facts = licenceFacts(procedure!.licence.contents!, example);
    expect(Object.keys(facts['holder'] as JsonObject)).not.toContain('governingBody');
  });
});

describe('formats', () => {
  it.each([
    ['0100109106', true],
    ['0100109107', false],
    ['0100109106-001', true],
    ['0100109106-000', false],
    ['012345678901', true],
    ['123', false],
  ])('tax code %s: %s', (text, valid) => {
    expect(isTaxCode(text)).toBe(valid);
  });

  it.each([
    ['giobien.vn', true],
    ['gióbiển.vn', true],
    ['a-b.com.vn', true],
    ['-a.vn', false],
    ['GioBien.vn', false],
    ['localhost', false],
    ['a..vn', false],
    ['https://a.vn', false],
  ])('domain name %s: %s', (text, valid) => {
    expect(isDomainName(text)).toBe(valid);
  });
});
