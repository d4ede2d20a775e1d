import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, Matches, Max, Min, validate, ValidateIf } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import type { CommandAnswer } from '#libs/commands/answer.js';
import { SYSTEM } from '#libs/commands/system.js';
import type { SignatureRole } from '#libs/issuing/signature.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import { HttpFault } from '../attachments/http-fault.js';
import { bears } from '../bearer.js';
import { answerFaults } from '../graphql/request-faults.js';
import type { Parts } from '../parts.js';

const LARGEST_BYTES = 4096;
const MOST_ATTEMPTS = 1000;

/** Which signature the service calls about, as it was told when it was asked. */
class SignatureCall {
  /** The dossier whose paper is signed; absent where it is a document about a licence. */
  @ValidateIf(({ licenceId }: SignatureCall) => licenceId === undefined)
  @Matches(/^[\w.:-]{1,128}$/)
  dossierId?: string;

  @ValidateIf(({ dossierId }: SignatureCall) => dossierId === undefined)
  @Matches(/^[\w.:-]{1,128}$/)
  licenceId?: string;

  @ValidateIf(({ dossierId }: SignatureCall) => dossierId === undefined)
  @Matches(/^[\w.:-]{1,200}$/)
  document?: string;

  @IsIn(['person', 'organisation'] satisfies SignatureRole[])
  role!: SignatureRole;

  @IsInt()
  @Min(1)
  @Max(MOST_ATTEMPTS)
  attempt!: number;
}

/**
 * Where the service that signs calls when it has an answer: the call is noted, and the worker asks for the answer at once instead of at its
 * next look. The answer itself is never taken from a call.
 */
export async function mountSigningCallbacks(server: FastifyInstance, parts: Parts): Promise<void> {
  const token = parts.settings.signing?.callbackToken;
  if (token === undefined) return;
  await server.register((scope) => {
    scope.setErrorHandler(answerFaults(parts.log));
    scope.post('/signing/callbacks', { bodyLimit: LARGEST_BYTES }, async (request, reply) => {
      if (!bears(token, request.headers.authorization)) throw new HttpFault(401, 'The token is not ours.');
      const call = await readCall(request.body);
      const answer = await noted(parts, call, request.id);
      // A call about what is not awaited (any more) is no fault of the caller's: services call twice, and late.
      const outcome = answer.outcome === 'done' ? 'noted' : 'notAwaited';
      parts.log.info({ outcome, call }, 'the service that signs called');
      return reply.code(202).send({ outcome });
    });
    return Promise.resolve();
  });
}

function noted(
  { backbone: { commands } }: Parts,
  { dossierId, licenceId = '', document = '', role, attempt }: SignatureCall,
  call: string,
): Promise<CommandAnswer> {
  const about = { role, attempt };
  if (dossierId !== undefined) {
    return commands.dossier({
      id: dossierId as DossierId,
      command: { type: 'noteSignatureAnswered', data: about },
      idempotencyKey: `noteSignatureAnswered ${role} ${attempt} ${call}`,
      actor: SYSTEM,
      correlationId: call,
    });
  }
  return commands.licence({
    id: licenceId as LicenceId,
    command: { type: 'noteDocumentSignatureAnswered', data: { document, ...about } },
    idempotencyKey: `noteDocumentSignatureAnswered ${document} ${role} ${attempt} ${call}`,
    actor: SYSTEM,
    correlationId: call,
  });
}

async function readCall(body: unknown): Promise<SignatureCall> {
  const call = plainToInstance(SignatureCall, typeof body === 'object' && body !== null ? body : {});
  const faults = await validate(call, { forbidUnknownValues: true });
  const [fault] = faults;
  if (fault) throw new HttpFault(422, `The call is not as agreed: ${fault.property}.`);
  return call;
}
