import { startOfDay } from '#libs/kernel/time.js';
import type { ForwardingFacts } from '../forwarding-letter.js';
import type { Block } from '../layout/block.js';
import type { Template } from '../rendered-paper.js';
import { filled } from './filled.js';
import { pageFurniture } from './furniture.js';
import { A4 } from './measures.js';
import { kept, officialClosing } from './official-closing.js';
import { bodyText, centred, officialHead, punctuated, run } from './official-parts.js';
import { glued, writtenDate } from './vietnamese.js';

/** After the use of official letters; no prescribed blank of it could be read. */
const wording = {
  number: 'Số: {number}',
  about: 'V/v đề nghị cấp giấy phép {request}',
  to: 'Kính gửi: ',
  address: '(địa chỉ: {address})',
  opening:
    '{date}, {unit} tiếp nhận hồ sơ của {applicant} (địa chỉ trụ sở chính: {address}) đề nghị cấp giấy phép {request}, mã hồ sơ {dossier}.',
  checked: 'Căn cứ {grounds}, {unit} đã thẩm định hồ sơ và nhận thấy:',
  proposal:
    'Hồ sơ đáp ứng các điều kiện nêu trên. {unit} chuyển hồ sơ và đề nghị {addressee} xem xét, cấp giấy phép theo thẩm quyền. Hồ sơ kèm theo gồm:',
  ending: 'Thông tin liên hệ: {unit}, số điện thoại {phone}./.',
  dossier: 'Mã hồ sơ: {dossier}',
  check: 'Quét mã để kiểm tra văn bản hoặc truy cập: {url}',
  checkAlt: 'Mã QR dẫn đến trang kiểm tra văn bản: {url}',
  claim: 'Mã chứng thực ngoại tuyến',
  claimAlt: 'Mã QR chứa bản chứng thực có chữ ký, kiểm tra được khi không có mạng',
} as const;

export const forwardingTemplate: Template<ForwardingFacts> = {
  id: 'cong-van-de-nghi-cap-giay-phep',
  version: '3',
  wording,
  sheet: A4.sheet,
  titleOf: (facts) => `Văn bản số ${facts.letterNumber}`,
  authorOf: (facts) => facts.authority.name,
  madeAt: (facts) => new Date(startOfDay(facts.issuedOn)),
  furniture: (facts, page) => pageFurniture(facts, page, A4.sheet),
  blocks: (facts, width, additions) => [
    ...officialHead(headOf(facts), A4, width),
    ...addressee(facts),
    ...kept(letter(facts).map((text) => bodyText([run(text, 'regular', A4.body)], A4))),
    officialClosing(facts, wording, { width, additions }),
  ],
};

function headOf(facts: ForwardingFacts) {
  return {
    parent: facts.authority.parent,
    agency: facts.authority.name,
    number: filled(wording.number, { number: facts.letterNumber }),
    placeAndDate: `${facts.place}, ${writtenDate(facts.issuedOn, 'issuedOn')}`,
    about: filled(wording.about, { request: lowered(facts.request) }),
  };
}

function addressee({ addressee: to }: ForwardingFacts): Block[] {
  const name: Block = {
    kind: 'paragraph',
    runs: [run(wording.to, 'regular', A4.title), run(to.name, 'bold', A4.title)],
    align: 'centre',
    spaceBefore: 18,
    keepWithNext: true,
    role: 'H1',
  };
  return [
    name,
    centred(filled(wording.address, to), { face: 'italic', size: A4.body }, { keepWithNext: true }),
  ];
}

function letter(facts: ForwardingFacts): string[] {
  const date = writtenDate(facts.receivedOn, 'receivedOn');
  const values = {
    date: date.charAt(0).toUpperCase() + date.slice(1),
    unit: facts.authority.name,
    applicant: facts.applicant.name,
    address: facts.applicant.address,
    request: lowered(facts.request),
    dossier: glued(facts.dossierCode),
    addressee: facts.addressee.name,
    grounds: facts.legalGrounds.map((ground) => ground.replace(/^Căn cứ\s+|[;.,\s]+$/gu, '')).join('; '),
    phone: glued(facts.contactPhone),
  };
  return [
    filled(wording.opening, values),
    filled(wording.checked, values),
    ...punctuated(facts.checked).map((text) => `- ${text}`),
    filled(wording.proposal, values),
    ...punctuated(facts.enclosures).map((text, index) => `${index + 1}. ${text}`),
    filled(wording.ending, values),
  ];
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
