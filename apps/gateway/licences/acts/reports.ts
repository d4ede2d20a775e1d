import { Injectable } from '@nestjs/common';
import { mayCommandLicence } from '#libs/access/may-command.js';
import type { Digest, LicenceId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import { objectionByStage } from '#libs/licence/command-table.js';
import { obligationsOf } from '#libs/licence/obligations.js';
import { renewalWindows } from '#libs/licence/renewal.js';
import type { FormFault } from '#libs/procedures/load-forms.js';
import type { FormReference } from '#libs/procedures/procedure.js';
import { Derivation } from '../../commands/derived.js';
import { FormAnswers } from '../../dossiers/form-answers.js';
import type { Asker } from '../../graphql/request-context.js';
import { Parts } from '../../parts.js';
import type { SubmitReportInput } from './acts.input.js';

/** What comes with a report: its answers are checked against the form of the duty and put away beside the log. */
@Injectable()
export class Reports {
  constructor(
    private readonly parts: Parts,
    private readonly derivation: Derivation,
    private readonly formAnswers: FormAnswers,
  ) {}

  /** Who may not report leaves no answers behind. */
  async take(asker: Asker, input: SubmitReportInput): Promise<Digest | AnyRefusal> {
    const form = await this.formOf(asker, input);
    if ('refusal' in form) return form;
    const check = this.parts.backbone.forms.validate(form, input.answers);
    if (!check.valid) {
      return { refusal: 'FormAnswersRejected', details: { faults: check.faults.map(plain) } };
    }
    const salt = this.derivation.salt(asker.actor.id, input.idempotencyKey);
    return this.formAnswers.keep({ salt, answers: input.answers });
  }

  private async formOf(
    { actor }: Asker,
    { licenceId, obligation }: SubmitReportInput,
  ): Promise<FormReference | AnyRefusal> {
    const read = await this.parts.backbone.reader.findLicence(licenceId as LicenceId);
    if (!read) return { refusal: 'SubjectNotFound', details: { id: licenceId } };
    const { licence, procedure, calendar } = read;
    if (!mayCommandLicence(actor, { type: 'submitReport' }, licence)) {
      return { refusal: 'NotPermitted', details: { command: 'submitReport' } };
    }
    const objection = objectionByStage('submitReport', licence);
    if (objection) return { refusal: objection.refusal, details: { ...objection.details } };
    const owed = obligationsOf(licence, procedure).find(({ id }) => id === obligation);
    // A renewal stands in the list of obligations too, and is met by an application.
    const isRenewal = renewalWindows(licence, procedure, calendar).some(({ id }) => id === obligation);
    if (!owed && !isRenewal) return { refusal: 'ObligationUnknown', details: { obligation } };
    return owed?.form ?? { refusal: 'NothingToSubmit', details: { obligation } };
  }
}

function plain({ path, code, message: { vi, en } }: FormFault) {
  return { path, code, message: { vi, en } };
}
