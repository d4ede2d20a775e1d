import { Injectable } from '@nestjs/common';
import type { ReadLicence } from '#libs/commands/subject-reader.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { licenceStream } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { type FactTexts, issuedFacts, renewedFacts } from '#libs/procedures/prefill.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { FormAnswers } from '../dossiers/form-answers.js';
import { Parts } from '../parts.js';

const BY_DOSSIER = 'dossier/';

/** What a licence says today: as it was issued, and as granted applications changed it since. Kept nowhere; read from the applications. */
@Injectable()
export class CurrentFacts {
  constructor(
    private readonly parts: Parts,
    private readonly answers: FormAnswers,
  ) {}

  async of({ licence }: ReadLicence): Promise<FactTexts> {
    const { text, issuedOn, expiresOn } = licence;
    const facts = new Map([
      ['licence.number', text],
      ['licence.issuedOn', issuedOn],
      ['licence.expiresOn', expiresOn],
    ]);
    for (const id of await this.dossiersOf(licence.id)) {
      for (const [fact, value] of await this.contributionOf(id)) facts.set(fact, value);
    }
    return facts;
  }

  /** The applications that made the licence what it is, in the order in which they did. */
  private async dossiersOf(id: ReadLicence['licence']['id']): Promise<readonly DossierId[]> {
    const { commits } = await this.parts.backbone.store.readStream(licenceStream(id));
    return commits
      .map(({ correlationId }) => correlationId)
      .filter((by) => by.startsWith(BY_DOSSIER))
      .map((by) => by.slice(BY_DOSSIER.length) as DossierId);
  }

  private async contributionOf(id: DossierId): Promise<FactTexts> {
    const read = await this.parts.backbone.reader.findDossier(id);
    const answers = read && (await this.answers.find(read.dossier.form));
    return answers ? contribution(read.procedure, answers as JsonObject) : new Map();
  }
}

function contribution({ licence, result }: Procedure, answers: JsonObject): FactTexts {
  if (result === undefined) return issuedFacts(licence.contents ?? [], answers);
  return result.renews ? renewedFacts(result.renews, answers) : new Map<string, string>();
}
