/**
 * Why a paper cannot be made from these facts. Nothing is wrong with the machine: trying again gives the same answer, so
 * whoever waits for the paper must be told the field and the cause.
 */
export type PaperFault =
  | { readonly code: 'missingFact'; readonly field: string }
  | {
      readonly code: 'missingGlyph';
      readonly field: string;
      readonly character: string;
      readonly codePoint: string;
    }
  | { readonly code: 'tooLong'; readonly field: string; readonly limit: number; readonly length: number }
  | { readonly code: 'badFact'; readonly field: string; readonly expected: string };

export type PaperFaultCode = PaperFault['code'];

export class PaperError extends Error {
  readonly code: PaperFaultCode;
  readonly field: string;

  constructor(readonly fault: PaperFault) {
    super(sentenceOf(fault));
    this.name = 'PaperError';
    this.code = fault.code;
    this.field = fault.field;
  }
}

function sentenceOf(fault: PaperFault): string {
  switch (fault.code) {
    case 'missingFact':
      return `The paper needs ${fault.field}, which is empty.`;
    case 'missingGlyph':
      return `${fault.field} contains ${fault.codePoint}, which the paper's typeface cannot print.`;
    case 'tooLong':
      return `${fault.field} has a length of ${fault.length}; ${fault.limit} is the most that is printed.`;
    case 'badFact':
      return `${fault.field} is not ${fault.expected}.`;
  }
}
