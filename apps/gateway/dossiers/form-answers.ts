import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { Digest } from '#libs/kernel/ids.js';
import { keptAnswers } from '#libs/procedures/kept-answers.js';
import { Parts } from '../parts.js';

interface Salted {
  readonly salt: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Answers to forms: personal data, so they lie in the blob store, salted, and the log has their digest. */
@Injectable()
export class FormAnswers {
  constructor(private readonly parts: Parts) {}

  /** The same salt and answers give the same digest, however their keys were ordered. */
  async keep(salted: Salted): Promise<Digest> {
    const bytes = Buffer.from(canonicalize(salted) ?? '', 'utf8');
    const { digest } = await this.parts.backbone.blobs.put(bytes);
    return digest;
  }

  async find(digest: Digest): Promise<Salted['answers'] | null> {
    return (await keptAnswers(this.parts.backbone.blobs, digest)) ?? null;
  }
}
