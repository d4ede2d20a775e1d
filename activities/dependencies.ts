import type { KeyObject } from 'node:crypto';
import type { BlobStore } from '#libs/blobs/blob-store.js';
import type { Commands } from '#libs/commands/commands.js';
import type { RuleBooks } from '#libs/commands/dossier-subject.js';
import type { SubjectReader } from '#libs/commands/subject-reader.js';
import type { RenderPool } from '#libs/documents/render-pool.js';
import type { Clock, LocalDate } from '#libs/kernel/time.js';
import type { People } from '#libs/people/people.js';
import type { TimeStamper } from '#libs/signatures/sign-file.js';
import type { Signer } from '#libs/signatures/signers/signer.js';

/** What activities work with; made once by the worker. */
export interface ActivityDependencies {
  readonly commands: Commands;
  readonly reader: SubjectReader;
  readonly books: RuleBooks;
  readonly blobs: BlobStore;
  readonly people: People;
  readonly clock: Clock;
  /** Draws papers without holding up whatever else the process does. */
  readonly papers: Pick<RenderPool, 'draw'>;
  readonly signer: Signer;
  /** Absent: signatures say their time themselves (B-B). */
  readonly timeStamper?: TimeStamper;
  /** So long whoever signs a paper or stamps its time may be silent without a word to anybody. */
  readonly patienceMs: number;
  /** Private key for the claim on certificates. */
  readonly claimKey: (issuedOn: LocalDate) => Promise<KeyObject>;
  /** Address under which a certificate can be verified; its code is appended. */
  readonly verificationUrl: string;
}

/** What it takes to do what falls due: rules and log, and the hour. */
export type DueDependencies = Pick<ActivityDependencies, 'commands' | 'reader' | 'clock'>;

export interface SubjectReference {
  readonly id: string;
}
