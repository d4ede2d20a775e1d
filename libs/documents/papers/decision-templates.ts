import type {
  AmendmentFacts,
  DecisionFacts,
  DecisionKind,
  ExtensionFacts,
  LiftingFacts,
  ReissueFacts,
  RevocationFacts,
  SuspensionFacts,
} from '../decisions.js';
import { mm } from '../layout/mark.js';
import type { Template } from '../rendered-paper.js';
import type { Clause } from './articles.js';
import { alone } from './articles.js';
import type { DecisionBody } from './decision-parts.js';
import { decisionTemplate, stated, valuesOf } from './decision-parts.js';
import { decisionWording as wording } from './decision-wording.js';
import { filled } from './filled.js';
import { punctuated } from './official-parts.js';
import { figureInWords, phonesGlued, unended, writtenDate } from './vietnamese.js';

const TABLE_SIZE = 12;
const NUMBER_WIDTH = mm(11);
const WHAT_WIDTH = mm(40);

const amendment: DecisionBody<AmendmentFacts> = {
  id: 'quyet-dinh-sua-doi-giay-phep',
  version: '3',
  wording: wording.amendment,
  articles: (facts, width) => {
    const room = (width - NUMBER_WIDTH - WHAT_WIDTH) / 2;
    const values = { ...valuesOf(facts), from: writtenDate(facts.effectiveOn, 'effectiveOn') };
    return [
      {
        opening: filled(wording.amendment.opening, values),
        clauses: [],
        table: {
          kind: 'table',
          widths: [NUMBER_WIDTH, WHAT_WIDTH, room, room],
          head: wording.amendment.columns,
          rows: facts.changes.map(({ what, before, after }, index) => [
            String(index + 1),
            what,
            phonesGlued(before),
            phonesGlued(after),
          ]),
          centred: [0],
          size: TABLE_SIZE,
          spaceBefore: 6,
        },
      },
      stated(filled(wording.rest, values)),
      stated(filled(wording.amendment.inForce, values)),
    ];
  },
};

const extension: DecisionBody<ExtensionFacts> = {
  id: 'quyet-dinh-gia-han-giay-phep',
  version: '3',
  wording: wording.extension,
  articles: (facts) => {
    const values = {
      ...valuesOf(facts),
      years: figureInWords(facts.termYears, 'termYears'),
      before: writtenDate(facts.expiredBeforeOn, 'expiredBeforeOn'),
      to: writtenDate(facts.expiresOn, 'expiresOn'),
    };
    return [
      stated(filled(wording.extension.opening, values)),
      stated(filled(wording.rest, values)),
      stated(wording.inForce),
    ];
  },
};

const reissue: DecisionBody<ReissueFacts> = {
  id: 'quyet-dinh-cap-lai-giay-phep',
  version: '3',
  wording: wording.reissue,
  articles: (facts) => {
    const values = {
      ...valuesOf(facts),
      reason: facts.reason,
      to: writtenDate(facts.expiresOn, 'expiresOn'),
    };
    return [
      stated(filled(wording.reissue.opening, values)),
      stated(filled(wording.reissue.term, values)),
      stated(wording.inForce),
    ];
  },
};

const suspension: DecisionBody<SuspensionFacts> = {
  id: 'quyet-dinh-dinh-chi-giay-phep',
  version: '4',
  wording: wording.suspension,
  articles: (facts) => [
    {
      opening: filled(wording.suspension.opening, { ...valuesOf(facts), period: periodOf(facts) }),
      clauses: numbered(facts.reasons),
    },
    {
      opening: filled(wording.suspension.remedies, valuesOf(facts)),
      clauses: numbered(facts.remedies),
    },
    stated(wording.inForce),
  ],
};

function periodOf({ fromOn, untilOn }: SuspensionFacts): string {
  const from = writtenDate(fromOn, 'fromOn');
  if (untilOn === undefined) return filled(wording.suspension.open, { from });
  return filled(wording.suspension.until, { from, to: writtenDate(untilOn, 'untilOn') });
}

const lifting: DecisionBody<LiftingFacts> = {
  id: 'quyet-dinh-cham-dut-dinh-chi-giay-phep',
  version: '3',
  wording: wording.lifting,
  articles: (facts) => {
    const values = {
      ...valuesOf(facts),
      from: writtenDate(facts.fromOn, 'fromOn'),
      suspended: writtenDate(facts.suspendedOn, 'suspendedOn'),
      to: writtenDate(facts.expiresOn, 'expiresOn'),
      reason: unended(facts.reason),
    };
    return [
      stated(filled(wording.lifting.opening, values)),
      stated(filled(wording.lifting.term, values)),
      stated(wording.inForce),
    ];
  },
};

const revocation: DecisionBody<RevocationFacts> = {
  id: 'quyet-dinh-thu-hoi-giay-phep',
  version: '4',
  wording: wording.revocation,
  articles: (facts) => [
    {
      opening: filled(wording.revocation.opening, {
        ...valuesOf(facts),
        from: writtenDate(facts.fromOn, 'fromOn'),
      }),
      clauses: numbered(facts.reasons),
    },
    { opening: filled(wording.revocation.duties, valuesOf(facts)), clauses: numbered(facts.duties) },
    stated(wording.inForce),
  ],
};

function numbered(texts: readonly string[]): Clause[] {
  return punctuated(texts).map(alone);
}

export const decisionTemplates: { readonly [Kind in DecisionKind]: Template<DecisionFacts[Kind]> } = {
  amendment: decisionTemplate(amendment),
  extension: decisionTemplate(extension),
  reissue: decisionTemplate(reissue),
  suspension: decisionTemplate(suspension),
  lifting: decisionTemplate(lifting),
  revocation: decisionTemplate(revocation),
};
