import { describe, expect, it } from '@jest/globals';
import { beekeeper, day, licenceId, otherClerk, otherLicenceId } from '../../../test/support/beekeepers.js';
import { beekeeping } from '../../../test/support/beekeeping.js';
import {
  allocateLicenceNumber,
  issueCertificate,
  submitDossier,
} from '../../../test/support/beekeeping-commands.js';
import { numberAllocated, standing, submitted } from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';

const procedure = beekeeping({ result: { kind: 'licence.extend' } });
const about = { licenceId, text: '07/GP-NO', issuedOn: day('2021-03-16') };
const licence = { ...about, holder: beekeeper, expiresOn: day('2028-02-29') };

describe('an application about a licence there is', () => {
  it('names it, and the dossier keeps which', () => {
    given().when(submitDossier({ licenceId }), { procedure, licence }).thenHappens(submitted({ about }));
    expect(dossierOf(submitted({ about })).about).toStrictEqual(about);
  });

  it('is refused when none is named', () => {
    given().when(submitDossier(), { procedure }).thenRefused('LicenceNotNamed', {});
  });

  it('is refused when one is named that nobody needs', () => {
    given().when(submitDossier({ licenceId }), { licence }).thenRefused('LicenceNotExpected', {});
  });

  it('is refused alike when another holds the licence and when there is none', () => {
    const theirs = { ...licence, holder: otherClerk };
    const act = submitDossier({ licenceId });
    given().when(act, { procedure, licence: theirs }).thenRefused('NotHolderOfLicence', { licenceId });
    given().when(act, { procedure }).thenRefused('NotHolderOfLicence', { licenceId });
  });
});

describe('the number of a decision about a licence', () => {
  const [, ...later] = standing.certificate;
  const certificate = [submitted({ about }), ...later];
  const extended = numberAllocated({ expiredBeforeOn: day('2028-02-29'), expiresOn: day('2033-02-28') });

  it('stands for the licence there is, whose term goes on from its last day', () => {
    given(certificate)
      .when(allocateLicenceNumber({ licenceId: otherLicenceId }), { procedure, licence })
      .thenHappens(extended);
  });

  it('has its own paper: one drawn for a voided number is not taken for the next', () => {
    given([...certificate, extended])
      .when(issueCertificate({ text: '99/GP-NO' }), { procedure })
      .thenRefused('OtherLicence', { licenceId });
  });
});
