import type { Bilingual } from '#libs/kernel/bilingual.js';
import { both, download, factList, notice, page } from './page.js';
import type { VerifiedDocument } from './verified-document.js';
import type { VerifiedPaper } from './verified-paper.js';

const issued = {
  authority: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
} as const;
const digest: Bilingual = { vi: 'Mã băm SHA-256 của bản điện tử', en: 'SHA-256 of the electronic original' };

const documentLabels: Readonly<Record<keyof VerifiedDocument['facts'], Bilingual>> = {
  number: { vi: 'Số văn bản', en: 'Number' },
  ...issued,
  licence: { vi: 'Về giấy phép số', en: 'About licence number' },
  digest,
};

const documentKinds: Readonly<Record<VerifiedDocument['kind'], Bilingual>> = {
  suspension: { vi: 'Quyết định đình chỉ giấy phép', en: 'Decision to suspend a licence' },
  lifting: { vi: 'Quyết định chấm dứt đình chỉ giấy phép', en: 'Decision to lift a suspension' },
  revocation: { vi: 'Quyết định thu hồi giấy phép', en: 'Decision to revoke a licence' },
  remedyOrder: { vi: 'Công văn yêu cầu khắc phục', en: 'Letter ordering a remedy' },
  reportDemand: { vi: 'Công văn yêu cầu báo cáo', en: 'Letter demanding a report' },
  reminder: { vi: 'Công văn nhắc thực hiện nghĩa vụ', en: 'Letter reminding of a duty' },
};

const differs = `<p>${both({
  vi: 'Bản in khác với bản điện tử thì không phải là văn bản này.',
  en: 'A print that differs from the electronic original is not this paper.',
})}</p>`;

/** That a decision or letter was issued as it lies there. */
export function documentPage({ kind, facts, fileUrl, demonstration }: VerifiedDocument): string {
  return page(`${notice(demonstration)}
  <p class="status good" role="status"><strong>${both(documentKinds[kind])}</strong></p>
  ${factList(documentLabels, facts)}
  ${download(fileUrl)}
  ${differs}`);
}

const paperLabels: Readonly<Record<keyof VerifiedPaper['facts'], Bilingual>> = {
  number: { vi: 'Số', en: 'Number' },
  ...issued,
  dossier: { vi: 'Mã hồ sơ', en: 'Dossier' },
  digest,
};

const paperKinds: Readonly<Record<VerifiedPaper['kind'], Bilingual>> = {
  receipt: {
    vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    en: 'Receipt of a dossier, with the appointed day',
  },
  supplement: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Request for a supplement' },
  refusal: { vi: 'Phiếu từ chối tiếp nhận hồ sơ', en: 'Refusal at the desk' },
  apology: { vi: 'Văn bản xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology with a new day' },
  stop: { vi: 'Thông báo dừng giải quyết hồ sơ', en: 'Notice that a dossier was stopped' },
  denial: { vi: 'Văn bản từ chối cấp giấy phép', en: 'Letter that denies a licence' },
  forwarding: { vi: 'Công văn đề nghị cấp giấy phép', en: 'Letter that proposes a licence' },
};

/** That a slip or letter was given out as it lies there. */
export function paperPage({ kind, facts, fileUrl, demonstration }: VerifiedPaper): string {
  return page(`${notice(demonstration)}
  <p class="status good" role="status"><strong>${both(paperKinds[kind])}</strong></p>
  ${factList(paperLabels, facts)}
  ${download(fileUrl)}
  ${differs}`);
}
