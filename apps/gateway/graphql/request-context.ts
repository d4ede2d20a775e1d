import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from '#libs/event-store/commit.js';
import type { SignedIn } from '../sign-in/token-verifier.js';
import { Problem } from './problem.js';

/** What a resolver may know of the request; a fresh object for every operation. */
export interface RequestContext {
  /** Absent on the few fields that are open to all. */
  readonly signedIn: SignedIn | undefined;
  /** Written to the log and to every error, so that a report can be followed. */
  readonly correlationId: string;
  /** Address of the caller, for rate limits only; never logged. */
  readonly address: string;
}

/** The same with what Yoga adds. */
export interface RunningContext extends RequestContext {
  /** Aborted when the caller goes away. */
  readonly request: { readonly signal: AbortSignal };
}

/** Who asks, and in which request. */
export interface Asker {
  readonly actor: Actor;
  readonly correlationId: string;
}

export function askerOf(context: RequestContext): Asker {
  if (context.signedIn === undefined) throw new Problem('UNAUTHENTICATED', 'Sign in first.');
  return { actor: context.signedIn.actor, correlationId: context.correlationId };
}

/** The signed-in person. */
export const Asking = createParamDecorator((_data: undefined, host: ExecutionContext): Asker =>
  askerOf(GqlExecutionContext.create(host).getContext<RequestContext>()),
);
