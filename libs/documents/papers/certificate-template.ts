import { startOfDay } from '#libs/kernel/time.js';
import type { CertificateFacts, PersonFacts } from '../certificate.js';
import type { Block } from '../layout/block.js';
import type { Template } from '../rendered-paper.js';
import type { Article, Clause } from './articles.js';
import { alone, articleBlocks, decidesBlock, groundBlocks } from './articles.js';
import { pageFurniture } from './furniture.js';
import { certificateWording } from './certificate-wording.js';
import { filled } from './filled.js';
import { A4 } from './measures.js';
import { kept, officialClosing } from './official-closing.js';
import { officialHead, officialTitle, punctuated } from './official-parts.js';
import { figureInWords, glued, phonesGlued, unended, writtenDate } from './vietnamese.js';

const wording = certificateWording;

export const certificateTemplate: Template<CertificateFacts> = {
  id: 'giay-phep-trang-tong-hop',
  version: '4',
  wording,
  sheet: A4.sheet,
  attachment: { name: 'giay-phep.json', description: 'Nội dung giấy phép ở dạng dữ liệu' },
  titleOf: (facts) => `Giấy phép số ${facts.licenceNumber}`,
  authorOf: (facts) => facts.authority.name,
  madeAt: (facts) => new Date(startOfDay(facts.issuedOn)),
  furniture: (facts, page) => pageFurniture(facts, page, A4.sheet),
  blocks: (facts, width, additions) => [
    ...officialHead(headOf(facts), A4, width),
    ...officialTitle(wording.title, facts.subject, A4),
    ...grounds(facts),
    decidesBlock(wording.decides),
    ...kept(articles(facts).flatMap(articleBlocks)),
    officialClosing(facts, wording, { width, additions }),
  ],
};

function headOf(facts: CertificateFacts) {
  return {
    parent: facts.authority.parent,
    agency: facts.authority.name,
    number: filled(wording.number, { number: facts.licenceNumber }),
    placeAndDate: `${facts.place}, ${writtenDate(facts.issuedOn, 'issuedOn')}`,
  };
}

function grounds(facts: CertificateFacts): Block[] {
  return groundBlocks(facts.authority.decider, [
    ...facts.legalGrounds.map((ground) =>
      filled(wording.ground, { ground: ground.replace(/^Căn cứ\s+/u, '') }),
    ),
    filled(wording.application, { holder: facts.holder.name, dossier: glued(facts.dossierCode) }),
    ...(facts.proposedBy ? [filled(wording.proposal, { proposer: facts.proposedBy })] : []),
  ]);
}

function articles(facts: CertificateFacts): Article[] {
  const holder = facts.holder.name;
  const subject = facts.subject.charAt(0).toLowerCase() + facts.subject.slice(1);
  const obligations = punctuated(facts.obligations).map((text): Clause => ({ text, points: [] }));
  const term = {
    years: figureInWords(facts.termYears, 'termYears'),
    from: writtenDate(facts.validFrom, 'validFrom'),
    to: writtenDate(facts.expiresOn, 'expiresOn'),
  };
  return [
    { opening: filled(wording.allowed, { holder, subject }), clauses: contents(facts) },
    { opening: filled(wording.obligations, { holder }), clauses: obligations },
    { opening: filled(wording.term, term), clauses: [] },
    { opening: filled(wording.enforcement, { holder }), clauses: [] },
  ];
}

function contents(facts: CertificateFacts): Clause[] {
  const { holder, site } = facts;
  return [
    {
      text: filled(wording.holder, { name: holder.name }),
      points: stated({ ...holder, ...(holder.phone && { phone: glued(holder.phone) }) }, [
        'governingBody',
        'taxCode',
        'registration',
        'address',
        'phone',
        'email',
        'legalRepresentative',
      ]),
    },
    {
      text: filled(wording.site, { name: site.name }),
      points: stated({ ...site, app: site.application }, ['domain', 'app', 'servers']),
    },
    ...stated({ ...facts, columns: facts.columns?.join(', ') }, ['purpose', 'scope', 'columns']).map(alone),
    alone(filled(wording.responsible, { value: personLine(facts.responsiblePerson) })),
    { text: filled(wording.sources, { holder: holder.name }), points: punctuated(facts.sources) },
  ];
}

/** The sentences of those facts that are there, in this order. */
function stated<Key extends keyof typeof wording>(
  facts: Partial<Record<Key, unknown>>,
  keys: readonly Key[],
): string[] {
  return keys.flatMap((key) => {
    const value = facts[key];
    return typeof value === 'string' ? [filled(wording[key], { value: unended(value) })] : [];
  });
}

function personLine(person: PersonFacts): string {
  const { name, position, nationality, phone, email } = person;
  const parts = [
    name,
    position && `chức vụ: ${position}`,
    nationality && `quốc tịch: ${nationality}`,
    phone && `điện thoại: ${phone}`,
    email && `thư điện tử: ${email}`,
  ];
  return phonesGlued(parts.filter((part) => part !== undefined && part !== '').join('; '));
}
