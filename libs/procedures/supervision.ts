import type { Duration } from '#libs/calendar/duration.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Citation, FormReference } from './procedure.js';

/** What follows when a duty's day has passed: its holder is told on the day and then again and again, until it counts as missed. */
export interface OverdueRule {
  readonly every: Duration;
  readonly times: number;
  /** Counted from the due date; then an inspection is asked for, and nothing more is handed in. */
  readonly missedAfter: Duration;
}

/** Duties that do not come back every year: the authority asks for them, or a consent of a source runs out. */
export type AskedKind = 'demandedReport' | 'remedy' | 'sourceConsent';

export interface AskedRule {
  readonly kind: AskedKind;
  readonly name: Bilingual;
  readonly form: FormReference;
  /** Where the rules have no `remindBefore` for all kinds; and of what was asked under releases that did not record its steps. */
  readonly remindBefore: readonly Duration[];
  readonly overdue: OverdueRule;
  readonly citation: Citation;
}

/** What the law forbids a holder, and what it costs the licence. */
export interface Violation {
  readonly code: string;
  readonly text: Bilingual;
  readonly effect: 'suspends' | 'revokes';
  readonly citation: Citation;
}

/** How the authority watches over a licence: what it may ask, suspend, revoke and extend. */
export interface Supervision {
  readonly asked: readonly AskedRule[];
  /** Before the day of whatever is asked, of every kind; recorded with it when it is asked, and kept. */
  readonly remindBefore?: readonly Duration[];
  readonly violations: readonly Violation[];
  readonly suspension: {
    readonly lasts: Duration;
    /** With so many suspensions the licence is revoked. */
    readonly revokedAt: number;
    /** The clause for a remedy that was not carried out in time. */
    readonly citation: Citation;
  };
  readonly revocation: { readonly citation: Citation };
  readonly extension: {
    readonly fileBefore: Duration;
    readonly times: number;
    readonly maxYears: number;
    readonly citation: Citation;
  };
  /** Names of licence facts that may be amended; a change of any other needs a new licence. */
  readonly amendable: { readonly facts: readonly string[]; readonly citation: Citation };
  readonly appealWithin: Duration;
  /** How soon after it a holder tells of another owner or head office; absent: whether they are late is not looked at. */
  readonly changeNotice?: { readonly within: Duration; readonly citation: Citation };
  /** How long an inspection may take that a missed duty asks for; absent: it is due on the day on which it is asked for. */
  readonly inspection?: { readonly within: Duration; readonly citation: Citation };
  /** How long the office may take to examine a report; absent: it is due on the day on which it comes in. */
  readonly examination?: { readonly within: Duration; readonly citation: Citation };
  /** Absent: what the authority does about a licence is put into no document from here. */
  readonly documents?: DocumentRules;
}

/** How measures and orders are put into official documents, and what these say beside what was decided. */
export interface DocumentRules {
  /** Text after the slash of a decision's number: `QĐ-SVHTTDL`. Letters bear the issuer's `letterSuffix`. */
  readonly decisionSuffix: string;
  /** From the order until the document is out; the office's own rule. */
  readonly within: Duration;
  /** What a holder must do while the licence is suspended, and once it is revoked. */
  readonly suspended: readonly string[];
  readonly revoked: readonly string[];
  /** How letters call what they ask for, and what follows if it is not done. */
  readonly letters: Readonly<Record<'demandedReport' | 'remedy', LetterTexts>>;
  readonly citation: Citation;
}

export interface LetterTexts {
  /** "báo cáo đột xuất": what the letter asks for, after "yêu cầu". */
  readonly asks: string;
  /** How the finding begins that the question or the shortcoming ends. */
  readonly finds: string;
  /** What the holder is to do, one sentence each. */
  readonly demands: readonly string[];
  readonly consequence: string;
}
