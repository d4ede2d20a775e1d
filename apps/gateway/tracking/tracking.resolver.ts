import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { publicTracking } from '#libs/projections/public-tracking/projection.js';
import { findTracked } from '#libs/projections/public-tracking/queries.js';
import type { SeenDossier } from '../clock/clocks.js';
import { trackingDigest } from '../commands/derived.js';
import { Problem } from '../graphql/problem.js';
import type { RequestContext } from '../graphql/request-context.js';
import { ReadModels } from '../reading/read-models.js';
import { RateLimit } from './rate-limit.js';
import { TrackedDossier, TrackingArgs } from './tracking.js';

/** Secrets have 80 bits: the limits are there so that nobody even tries, and so that a code cannot be probed for existence. */
const PER_ADDRESS = { attempts: 60, windowMs: 60_000 };
const PER_CODE = { attempts: 20, windowMs: 60_000 };

/** For the applicant without an account. */
@Resolver()
export class TrackingResolver {
  private readonly addresses = new RateLimit(PER_ADDRESS);
  private readonly codes = new RateLimit(PER_CODE);

  constructor(private readonly readModels: ReadModels) {}

  @Query(() => TrackedDossier, {
    nullable: true,
    description:
      'Where a dossier stands, by its code and its second secret, without a sign-in. A wrong code and a wrong secret give the same answer: null.',
  })
  async publicTracking(
    @Args() { code, secret }: TrackingArgs,
    @Context() { address }: RequestContext,
  ): Promise<(TrackedDossier & SeenDossier) | null> {
    if (!this.addresses.allows(address) || !this.codes.allows(code)) {
      throw new Problem('RATE_LIMITED', 'Too many attempts; wait a minute.');
    }
    const model = await this.readModels.model(publicTracking);
    const row = await findTracked(model, { code, secret: trackingDigest(secret) });
    return row ? Object.assign(row, { dossierId: row._id }) : null;
  }
}
