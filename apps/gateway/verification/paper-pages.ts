import type { PaperStanding } from '#libs/issuing/paper-standing.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import { both, download, factList, notice, page } from './page.js';
import type { Shown } from './shown.js';
import type { VerifiedDocument } from './verified-document.js';
import type { VerifiedPaper } from './verified-paper.js';
import type { VerifiedRecord } from './verified-record.js';

const issued = {
  authority: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  issuedTo: { vi: 'Gửi đến', en: 'Issued to' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
} as const;
const aboutLicence: Bilingual = { vi: 'Về giấy phép số', en: 'About licence number' };
const digest: Bilingual = { vi: 'Mã băm SHA-256 của bản điện tử', en: 'SHA-256 of the electronic original' };

const documentLabels: Readonly<Record<keyof VerifiedDocument['facts'], Bilingual>> = {
  number: { vi: 'Số văn bản', en: 'Number' },
  ...issued,
  licence: aboutLicence,
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

const fileErased = `<p>${both({
  vi: 'Bản điện tử không còn lưu: nội dung đơn đã được xóa.',
  en: 'The electronic original is kept no more: the form was erased.',
})}</p>`;

const standings: Readonly<Record<PaperStanding | 'asDrawn', Bilingual & { readonly mood: string }>> = {
  inEffect: { vi: 'Đang có hiệu lực', en: 'In effect', mood: 'good' },
  changed: {
    vi: 'Đã được thay đổi bởi văn bản ban hành sau',
    en: 'A paper issued later says otherwise',
    mood: 'over',
  },
  settled: {
    vi: 'Việc nêu trong văn bản đã kết thúc',
    en: 'The matter that it is about is settled',
    mood: 'over',
  },
  over: { vi: 'Không còn hiệu lực', en: 'No longer in effect', mood: 'over' },
  asDrawn: {
    vi: 'Ghi lại tình trạng tại thời điểm lập',
    en: 'Tells how matters stood when it was drawn',
    mood: 'good',
  },
};

interface Given<Name extends string> {
  readonly standing: keyof typeof standings;
  readonly facts: { readonly [Key in Name]?: Shown };
  readonly fileUrl?: string;
  readonly demonstration: boolean;
}

/** What a paper is, what it is worth today, and the file to compare it with. */
function givenPage<Name extends string>(
  kind: Bilingual,
  labels: Readonly<Record<Name, Bilingual>>,
  { standing, facts, fileUrl, demonstration }: Given<Name>,
): string {
  const { mood, ...worth } = standings[standing];
  return page(`${notice(demonstration)}
  <p class="status ${mood}" role="status"><strong>${both(kind)}</strong><br>${both(worth)}</p>
  ${factList(labels, facts)}
  ${fileUrl === undefined ? fileErased : download(fileUrl)}
  ${differs}`);
}

/** Of a decision or letter about a licence. */
export function documentPage(document: VerifiedDocument): string {
  return givenPage(documentKinds[document.kind], documentLabels, document);
}

const paperLabels: Readonly<Record<keyof VerifiedPaper['facts'], Bilingual>> = {
  number: { vi: 'Số', en: 'Number' },
  ...issued,
  applicant: { vi: 'Hồ sơ của', en: 'Dossier of' },
  dossier: { vi: 'Mã hồ sơ', en: 'Dossier' },
  licence: aboutLicence,
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
  extension: { vi: 'Quyết định gia hạn giấy phép', en: 'Decision to extend a licence' },
  amendment: { vi: 'Quyết định sửa đổi, bổ sung giấy phép', en: 'Decision to amend a licence' },
  reissue: { vi: 'Quyết định cấp lại giấy phép', en: 'Decision to issue a licence again' },
  changeNoted: {
    vi: 'Công văn xác nhận thông báo thay đổi',
    en: 'Letter that confirms a change that was told',
  },
  returnNoted: {
    vi: 'Công văn xác nhận trả lại giấy phép',
    en: 'Letter that confirms that a licence was given back',
  },
};

/** Of a slip, letter or decision of a dossier. */
export function paperPage(paper: VerifiedPaper): string {
  return givenPage(paperKinds[paper.kind], paperLabels, paper);
}

const recordKinds: Readonly<Record<VerifiedRecord['kind'], Bilingual>> = {
  controlSlip: { vi: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Process control slip of a dossier' },
  registerExtract: { vi: 'Trích sổ theo dõi hồ sơ', en: 'Extract of the register of dossiers' },
  departmentSummary: {
    vi: 'Báo cáo tổng hợp về công tác quản lý giấy phép',
    en: 'Summary report on the administration of licences',
  },
};

/** Of a record that the office drew for its own files. */
export function recordPage(record: VerifiedRecord): string {
  return givenPage(recordKinds[record.kind], paperLabels, { standing: 'asDrawn', ...record });
}
