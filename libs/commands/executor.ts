import type { CommitDraft, StoredEvent } from '#libs/event-store/commit.js';
import type { AppendOutcome, EventStore, LoadedStream } from '#libs/event-store/event-store.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import type { Clock } from '#libs/kernel/time.js';
import {
  type CommandAnswer,
  type CommandRequest,
  type TechnicalRefusal,
  doneWith,
  refusedWith,
} from './answer.js';
import { fingerprintOf } from './fingerprint.js';
import { RegisterLanes } from './register-lanes.js';
import type { Given, Subject } from './subject.js';

export interface ExecutorDependencies {
  readonly store: EventStore;
  readonly clock: Clock;
  /** Version of this software, stamped on every commit. */
  readonly build: string;
}

/** After so many lost races the caller is told; a person's click races with few others. */
const MAX_ATTEMPTS = 12;

type Again = 'again';

/** Load, decide, append: the way of every command. Races are settled by the log; who lost decides anew on what is now true. */
export class Executor<Id extends string, State, Command extends { readonly type: string }, Rules> {
  private readonly lanes: RegisterLanes;

  constructor(
    private readonly subject: Subject<Id, State, Command, Rules>,
    private readonly dependencies: ExecutorDependencies,
  ) {
    this.lanes = new RegisterLanes(dependencies.store);
  }

  /** @throws LogUnavailable when the log cannot be reached; whether the command was recorded is answered by repeating it. */
  async execute(request: CommandRequest<Id, Command>): Promise<CommandAnswer> {
    const fingerprint = fingerprintOf(request.actor.id, request.command);
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const answer = await this.tryOnce({ ...request, fingerprint });
      if (answer !== 'again') return answer;
    }
    return refusedWith({ refusal: 'TooMuchContention', details: { attempts: MAX_ATTEMPTS } });
  }

  private async tryOnce(request: Fingerprinted<Id, Command>): Promise<CommandAnswer | Again> {
    const { subject } = this;
    const loaded = await this.dependencies.store.readStream(subject.stream(request.id));
    const repeated = answerAgain(request, loaded);
    if (repeated) return repeated;
    const state = subject.fold(loaded.commits.flatMap((commit) => commit.events));
    const objection = this.objectionTo(request, loaded, state);
    if (objection) return refusedWith(objection);
    const now = this.dependencies.clock.now();
    const rules = await subject.rules(state, request.command, now);
    if (isTechnicalRefusal(rules)) return refusedWith(rules);
    const registers = subject.registers(state, request.command, { rules, now });
    return this.lanes.within(registers, async (nextNumber) => {
      const given = { rules, now, actor: request.actor, nextNumber };
      const value = await this.settle(request, loaded, {
        given,
        decision: subject.decide(state, request.command, given),
      });
      if (value === 'again') this.lanes.forget(registers);
      return { value, taken: value !== 'again' && value.outcome === 'done' && !value.repeated };
    });
  }

  /** In the order in which a person would object: is there such a subject, may I, did I look at what is there now. */
  private objectionTo(
    request: CommandRequest<Id, Command>,
    loaded: LoadedStream,
    state: State,
  ): TechnicalRefusal | undefined {
    const { command, actor, expectedVersion } = request;
    if (loaded.commits.length === 0 && !this.subject.begins(command)) {
      return { refusal: 'SubjectNotFound', details: { id: request.id } };
    }
    if (!this.subject.permits(actor, command, state)) {
      return { refusal: 'NotPermitted', details: { command: command.type } };
    }
    const actual = loaded.head.version;
    if (expectedVersion === undefined || this.isUpToDate(expectedVersion, loaded)) return undefined;
    return { refusal: 'StaleVersion', details: { expected: expectedVersion, actual } };
  }

  /** A reminder sent meanwhile is no reason to send an officer back to look again. */
  private isUpToDate(expected: number, { commits, head }: LoadedStream): boolean {
    if (expected === head.version) return true;
    const seen = commits.findIndex(({ versions: [, last] }) => last === expected);
    const since = commits.slice(seen + 1).flatMap(({ events }) => events);
    return seen >= 0 && since.every((event) => this.subject.isNote(event));
  }

  private async settle(
    request: Fingerprinted<Id, Command>,
    loaded: LoadedStream,
    {
      given,
      decision,
    }: { readonly given: Given<Rules>; readonly decision: readonly StoredEvent[] | AnyRefusal },
  ): Promise<CommandAnswer | Again> {
    if (isRefusal(decision)) return { outcome: 'refused', refusal: decision };
    const last = loaded.commits.at(-1);
    if (decision.length === 0 && last) return { ...doneWith(last, true), events: [] };
    const draft = this.draft(request, given, decision);
    return answerTo(await this.dependencies.store.append(loaded.head, draft), request.idempotencyKey);
  }

  private draft(
    request: Fingerprinted<Id, Command>,
    given: Given<Rules>,
    events: readonly StoredEvent[],
  ): CommitDraft {
    const claims = events.flatMap((event) => this.subject.claims(event));
    return {
      commitId: request.idempotencyKey,
      fingerprint: request.fingerprint,
      recordedAt: given.now,
      actor: request.actor,
      ...(request.onBehalfOf === undefined ? {} : { onBehalfOf: request.onBehalfOf }),
      command: request.command.type,
      correlationId: request.correlationId,
      rules: this.subject.stamp(given.rules, request.command),
      build: this.dependencies.build,
      ...(claims.length === 0 ? {} : { claims }),
      events,
    };
  }
}

type Fingerprinted<Id extends string, Command> = CommandRequest<Id, Command> & {
  readonly fingerprint: string;
};

function answerAgain<Id extends string, Command>(
  request: Fingerprinted<Id, Command>,
  loaded: LoadedStream,
): CommandAnswer | undefined {
  const first = loaded.commits.find((commit) => commit.commitId === request.idempotencyKey);
  if (!first) return undefined;
  if (first.fingerprint === request.fingerprint) return doneWith(first, true);
  return refusedWith({ refusal: 'KeyReused', details: { key: request.idempotencyKey } });
}

function answerTo(result: AppendOutcome, key: string): CommandAnswer | Again {
  switch (result.outcome) {
    case 'appended':
      return doneWith(result.commit, false);
    case 'repeated':
      return doneWith(result.commit, true);
    case 'keyReused':
      return refusedWith({ refusal: 'KeyReused', details: { key } });
    case 'stale':
    case 'claimTaken':
      return 'again';
  }
}

function isRefusal(decision: readonly StoredEvent[] | AnyRefusal): decision is AnyRefusal {
  return 'refusal' in decision;
}

function isTechnicalRefusal(rules: unknown): rules is TechnicalRefusal {
  return typeof rules === 'object' && rules !== null && 'refusal' in rules;
}
