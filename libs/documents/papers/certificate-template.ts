import { startOfDay } from '#libs/kernel/time.js';
import type { CertificateFacts, PersonFacts } from '../certificate.js';
import type { Block, Run } from '../layout/block.js';
import type { Template } from '../rendered-paper.js';
import { demonstrationMarks, pageNumber } from './furniture.js';
import { certificateWording } from './certificate-wording.js';
import { filled } from './filled.js';
import { A4 } from './measures.js';
import { kept, officialClosing } from './official-closing.js';
import { bodyText, centred, officialHead, officialTitle, punctuated, run } from './official-parts.js';
import { figureInWords, glued, writtenDate } from './vietnamese.js';

const wording = certificateWording;

export const certificateTemplate: Template<CertificateFacts> = {
  id: 'giay-phep-trang-tong-hop',
  version: '1',
  wording,
  sheet: A4.sheet,
  attachment: { name: 'giay-phep.json', description: 'Nội dung giấy phép ở dạng dữ liệu' },
  titleOf: (facts) => `Giấy phép số ${facts.licenceNumber}`,
  authorOf: (facts) => facts.authority.name,
  madeAt: (facts) => new Date(startOfDay(facts.issuedOn)),
  furniture: (facts, page) => [
    ...(facts.provisional ? demonstrationMarks(A4.sheet) : []),
    ...pageNumber(page.number, A4.sheet),
  ],
  blocks: (facts, width) => [
    ...officialHead(headOf(facts), A4, width),
    ...officialTitle(wording.title, facts.subject, A4),
    ...grounds(facts),
    centred(wording.decides, { face: 'bold', size: A4.body }, { spaceBefore: 12, keepWithNext: true }),
    ...kept(articles(facts).flatMap(articleBlocks)),
    officialClosing(facts, wording, width),
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
  const decider = facts.authority.decider;
  const lines = punctuated([
    ...facts.legalGrounds.map((ground) =>
      filled(wording.ground, { ground: ground.replace(/^Căn cứ\s+/u, '') }),
    ),
    filled(wording.application, { holder: facts.holder.name, dossier: glued(facts.dossierCode) }),
    ...(facts.proposedBy ? [filled(wording.proposal, { proposer: facts.proposedBy })] : []),
  ]);
  return [
    ...(decider ? [centred(decider.toUpperCase(), { face: 'bold', size: A4.body }, { spaceBefore: 6 })] : []),
    ...lines.map((line) => bodyText([run(line, 'italic', A4.body)], A4)),
  ];
}

/** An article: its opening sentence, then clauses, each with points. */
interface Article {
  readonly opening: string;
  readonly clauses: readonly Clause[];
}

interface Clause {
  readonly text: string;
  readonly points: readonly string[];
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
      points: stated(holder, [
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

const alone = (text: string): Clause => ({ text, points: [] });

/** The sentences of those facts that are there, in this order. */
function stated<Key extends keyof typeof wording>(
  facts: Partial<Record<Key, unknown>>,
  keys: readonly Key[],
): string[] {
  return keys.flatMap((key) => {
    const value = facts[key];
    return typeof value === 'string' ? [filled(wording[key], { value: value.replace(/[;.\s]+$/u, '') })] : [];
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
  return parts.filter((part) => part !== undefined && part !== '').join('; ');
}

function articleBlocks(article: Article, index: number): Block[] {
  const opening: Run[] = [
    run(`${glued(`Điều ${index + 1}.`)} `, 'bold', A4.body),
    run(article.opening, 'regular', A4.body),
  ];
  return [
    { ...bodyText(opening, A4), keepWithNext: article.clauses.length > 0 },
    ...article.clauses.flatMap((clause, number) => clauseBlocks(clause, number + 1)),
  ];
}

function clauseBlocks(clause: Clause, number: number): Block[] {
  return [
    {
      ...bodyText([run(`${number}. ${clause.text}`, 'regular', A4.body)], A4),
      keepWithNext: clause.points.length > 0,
    },
    ...clause.points.map((point) => bodyText([run(`- ${point}`, 'regular', A4.body)], A4)),
  ];
}
