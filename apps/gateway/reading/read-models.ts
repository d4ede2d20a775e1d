import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import type { Projection, Row } from '#libs/projections/projection.js';
import { Problem } from '../graphql/problem.js';
import { Parts } from '../parts.js';

/** Longer than a busy projector needs, shorter than a person's patience. */
const PATIENCE_MS = 5000;

/** Read models as queries come to them: as they are, or once they have seen a position. */
@Injectable()
export class ReadModels {
  constructor(private readonly parts: Parts) {}

  /** @throws Problem POSITION_NOT_REACHED when the read model does not get there in time. */
  async model<R extends Row>(projection: Projection<R>, position?: number | null): Promise<Model<R>> {
    const { models } = this.parts;
    if (typeof position !== 'number') return models.model(projection);
    const answer = await models.waitForPosition([projection.name], position, { timeoutMs: PATIENCE_MS });
    if (answer.outcome === 'reached') return models.model(projection);
    const { wanted, seen } = answer;
    throw new Problem('POSITION_NOT_REACHED', 'This is not visible yet; ask again in a moment.', {
      wanted,
      seen,
    });
  }
}
