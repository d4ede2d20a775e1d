import type { Bilingual } from '#libs/kernel/bilingual.js';
import { escapeHtml } from '../html.js';
import type { Shown } from './shown.js';
import type { LicenceChange, VerifiedLicence } from './verified-licence.js';

const STYLE = `
  body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
  dt { color: #4a4a4a; margin-top: .75rem } dd { margin: 0; overflow-wrap: anywhere }
  .status { padding: .75rem 1rem; border-left: .4rem solid } .good { border-color: #15683a; background: #eaf6ee }
  .over { border-color: #9a6700; background: #fff6e0 } .none { border-color: #a51d2d; background: #fdeeee }
  input, button { font: inherit; padding: .5rem .75rem } input { width: 16rem; max-width: 100% }
  a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid #1a5fb4 }`;

const labels: Readonly<Record<keyof VerifiedLicence['facts'], Bilingual>> = {
  number: { vi: 'Số giấy phép', en: 'Licence number' },
  name: { vi: 'Loại giấy phép', en: 'Kind of licence' },
  authority: { vi: 'Cơ quan cấp', en: 'Issued by' },
  holder: { vi: 'Cấp cho', en: 'Issued to' },
  site: { vi: 'Tên trang thông tin điện tử', en: 'Name of the website' },
  domain: { vi: 'Tên miền', en: 'Domain' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  expiresOn: { vi: 'Có giá trị đến hết ngày', en: 'Valid through' },
  digest: { vi: 'Mã băm SHA-256 của bản điện tử', en: 'SHA-256 of the electronic original' },
};

const statuses: Readonly<Record<VerifiedLicence['status'], Bilingual & { readonly mood: string }>> = {
  inForce: { vi: 'Giấy phép đang có hiệu lực', en: 'This licence is in force', mood: 'good' },
  expired: { vi: 'Giấy phép đã hết hiệu lực', en: 'This licence has expired', mood: 'over' },
  suspended: { vi: 'Giấy phép đang bị đình chỉ', en: 'This licence is suspended', mood: 'over' },
  revoked: { vi: 'Giấy phép đã bị thu hồi', en: 'This licence was revoked', mood: 'none' },
  returned: { vi: 'Giấy phép đã được trả lại', en: 'This licence was returned by its holder', mood: 'over' },
  replaced: { vi: 'Giấy phép đã được thay thế', en: 'This licence was replaced', mood: 'over' },
};

const changed: Readonly<Record<LicenceChange, Bilingual>> = {
  amended: {
    vi: 'Đã được sửa đổi, bổ sung: xem kèm quyết định sửa đổi',
    en: 'It was amended: read it together with the amending decision',
  },
  extended: {
    vi: 'Đã được gia hạn: ngày hết hạn in trên giấy phép là của thời hạn trước, xem kèm quyết định gia hạn',
    en: 'Its term was extended: the last day printed on it is that of an earlier term, read it together with the extending decision',
  },
  reissued: {
    vi: 'Đã được cấp lại: bản giấy phép cấp trước đó không còn giá trị sử dụng',
    en: 'It was issued again: the paper that was issued before is not to be used any more',
  },
};

/** What was issued, to whom, when, and what it is worth today. */
export function licencePage({ status, changes, facts, fileUrl, demonstration }: VerifiedLicence): string {
  const { mood, ...text } = statuses[status];
  return page(`${notice(demonstration)}
  <p class="status ${mood}" role="status"><strong>${both(text)}</strong>${changes.map((change) => `<br>${both(changed[change])}`).join('')}</p>
  ${factList(labels, facts)}
  ${download(fileUrl)}
  <p>${both({
    vi: 'Giấy phép in ra mà khác với bản điện tử thì không phải là giấy phép này.',
    en: 'A printed licence that differs from the electronic original is not this licence.',
  })}</p>`);
}

export function factList<Name extends string>(
  names: Readonly<Record<Name, Bilingual>>,
  facts: { readonly [Key in Name]?: Shown },
): string {
  const rows = (Object.keys(names) as Name[]).flatMap((name) => {
    const value = facts[name];
    return value === undefined
      ? []
      : [
          `<dt>${both(names[name])}</dt><dd>${typeof value === 'string' ? escapeHtml(value) : both(value)}</dd>`,
        ];
  });
  return `<dl>${rows.join('\n')}</dl>`;
}

export function download(fileUrl: string): string {
  const text = { vi: 'Tải bản điện tử (PDF)', en: 'Download the electronic original (PDF)' };
  return `<p><a href="${escapeHtml(fileUrl)}">${both(text)}</a></p>`;
}

/** One page for every code that leads nowhere, whatever the reason. */
export function unknownPage(): string {
  const text = {
    vi: 'Không có văn bản nào mang mã này. Hãy kiểm tra lại mã in trên văn bản.',
    en: 'There is no paper with this code. Check the code that is printed on it.',
  };
  return page(`<p class="status none" role="alert"><strong>${both(text)}</strong></p>${codeForm()}`);
}

export function askingPage(): string {
  return page(codeForm());
}

export function tooOftenPage(): string {
  const text = { vi: 'Quá nhiều lần thử. Hãy đợi một phút.', en: 'Too many attempts. Wait a minute.' };
  return page(`<p class="status none" role="alert"><strong>${both(text)}</strong></p>`);
}

function codeForm(): string {
  return `<form action="/verify" method="get">
    <p><label for="code">${both({ vi: 'Mã kiểm tra in trên văn bản', en: 'Verification code printed on the paper' })}</label></p>
    <p><input id="code" name="code" required maxlength="40" autocomplete="off" placeholder="K7QF-93XA-0ZTM-W2BD">
    <button>${both({ vi: 'Kiểm tra', en: 'Check' })}</button></p>
  </form>`;
}

export function notice(demonstration: boolean): string {
  const text = { vi: 'Bản trình diễn, không có giá trị pháp lý', en: 'A demonstration without legal force' };
  return demonstration ? `<p class="status none"><strong>${both(text)}</strong></p>` : '';
}

export function both({ vi, en }: Bilingual): string {
  return `${escapeHtml(vi)} <span lang="en">· ${escapeHtml(en)}</span>`;
}

export function page(content: string): string {
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Kiểm tra văn bản – Hoso</title>
<style>${STYLE}
</style>
<main>
  <h1>${both({ vi: 'Kiểm tra văn bản', en: 'Check a paper' })}</h1>
  ${content}
</main>
</html>
`;
}
