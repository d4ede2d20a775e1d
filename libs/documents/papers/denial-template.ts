import { startOfDay } from '#libs/kernel/time.js';
import type { DenialFacts } from '../denial-letter.js';
import type { Block } from '../layout/block.js';
import type { Template } from '../rendered-paper.js';
import { filled } from './filled.js';
import { pageFurniture } from './furniture.js';
import { A4 } from './measures.js';
import { kept, officialClosing } from './official-closing.js';
import { bodyText, officialHead, punctuated, run } from './official-parts.js';
import { glued, writtenDate } from './vietnamese.js';

const wording = {
  number: 'Số: {number}',
  about: 'V/v từ chối giải quyết đề nghị {request}',
  to: 'Kính gửi: ',
  address: 'Địa chỉ: {address}.',
  opening: '{date}, {unit} tiếp nhận hồ sơ của {applicant} đề nghị {request}, mã hồ sơ {dossier}.',
  grounds:
    'Căn cứ {grounds}, sau khi thẩm định hồ sơ và lấy ý kiến các cơ quan có liên quan, {unit} từ chối giải quyết đề nghị nêu trên với lý do như sau:',
  ending:
    '{unit} thông báo để {applicant} biết. Mọi vướng mắc xin liên hệ số điện thoại {phone} để được hướng dẫn./.',
  dossier: 'Mã hồ sơ: {dossier}',
  check: 'Quét mã để kiểm tra văn bản hoặc truy cập: {url}',
  checkAlt: 'Mã QR dẫn đến trang kiểm tra văn bản: {url}',
  claim: 'Mã chứng thực ngoại tuyến',
  claimAlt: 'Mã QR chứa bản chứng thực có chữ ký, kiểm tra được khi không có mạng',
} as const;

export const denialTemplate: Template<DenialFacts> = {
  id: 'van-ban-tu-choi-cap-giay-phep',
  version: '5',
  wording,
  sheet: A4.sheet,
  titleOf: (facts) => `Văn bản số ${facts.letterNumber}`,
  authorOf: (facts) => facts.authority.name,
  madeAt: (facts) => new Date(startOfDay(facts.issuedOn)),
  furniture: (facts, page) => pageFurniture(facts, page, A4.sheet),
  blocks: (facts, width, additions) => [
    ...officialHead(headOf(facts), A4, width),
    addressee(facts),
    ...kept(letter(facts).map((text) => bodyText([run(text, 'regular', A4.body)], A4))),
    officialClosing(facts, wording, { width, additions }),
  ],
};

function headOf(facts: DenialFacts) {
  return {
    parent: facts.authority.parent,
    agency: facts.authority.name,
    number: filled(wording.number, { number: facts.letterNumber }),
    placeAndDate: `${facts.place}, ${writtenDate(facts.issuedOn, 'issuedOn')}`,
    about: filled(wording.about, { request: requestOf(facts) }),
  };
}

function addressee(facts: DenialFacts): Block {
  return {
    kind: 'paragraph',
    runs: [run(wording.to, 'regular', A4.title), run(facts.applicant.name, 'bold', A4.title)],
    align: 'centre',
    spaceBefore: 18,
    keepWithNext: true,
    role: 'H1',
  };
}

function letter(facts: DenialFacts): string[] {
  const date = writtenDate(facts.receivedOn, 'receivedOn');
  const values = {
    date: date.charAt(0).toUpperCase() + date.slice(1),
    unit: facts.authority.name,
    applicant: facts.applicant.name,
    request: requestOf(facts),
    dossier: glued(facts.dossierCode),
    grounds: facts.legalGrounds.map((ground) => ground.replace(/^Căn cứ\s+|[;.,\s]+$/gu, '')).join('; '),
    phone: glued(facts.contactPhone),
  };
  return [
    filled(wording.opening, values),
    filled(wording.address, { address: facts.applicant.address }),
    filled(wording.grounds, values),
    ...punctuated(facts.reasons).map((reason, index) => `${index + 1}. ${reason}`),
    filled(wording.ending, values),
  ];
}

function requestOf(facts: DenialFacts): string {
  return facts.procedureName.charAt(0).toLowerCase() + facts.procedureName.slice(1);
}
