import { registerEnumType } from '@nestjs/graphql';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import { dossierMessages } from './dossier-refusals.js';
import { licenceDetails } from './licence-refusal-details.js';
import { licenceMessages } from './licence-refusals.js';
import { summaryMessages } from './summary-refusals.js';
import { intakeMessages, technicalMessages } from './technical-refusals.js';

/** Every refusal a person can meet, with what they read. */
const messages = {
  ...technicalMessages,
  ...intakeMessages,
  ...dossierMessages,
  ...licenceMessages,
  ...summaryMessages,
};

export type RefusalName = keyof typeof messages;

export const RefusalNameTerms = Object.fromEntries(
  (Object.keys(messages) as RefusalName[]).map((name) => [name, name]),
) as Record<RefusalName, RefusalName>;

registerEnumType(RefusalNameTerms, {
  name: 'RefusalName',
  description: 'Every reason for which a command can be refused.',
  valuesMap: Object.fromEntries(
    Object.entries<Bilingual>(messages).map(([name, { vi, en }]) => [name, { description: `${en} (${vi})` }]),
  ),
});

/** @throws RangeError for a name without a message: the tables are complete by their types, so it is a defect. */
export function messageFor({ refusal, details }: AnyRefusal): {
  readonly name: RefusalName;
  readonly message: Bilingual;
} {
  if (!Object.hasOwn(messages, refusal)) throw new RangeError(`The refusal ${refusal} has no message`);
  const name = refusal as RefusalName;
  return { name, message: followed(messages[name], detailOf(refusal, details)) };
}

/** By the tables' types a detail is always told of the refusal that it belongs to. */
function detailOf(refusal: string, details: object): Bilingual | undefined {
  if (!Object.hasOwn(licenceDetails, refusal)) return undefined;
  return (licenceDetails[refusal as keyof typeof licenceDetails] as (told: object) => Bilingual)(details);
}

function followed({ vi, en }: Bilingual, detail: Bilingual | undefined): Bilingual {
  return detail ? { vi: `${vi} ${detail.vi}`, en: `${en} ${detail.en}` } : { vi, en };
}
