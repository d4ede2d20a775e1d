import { setTimeout as wait } from 'node:timers/promises';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignatureCallback, SignerRole, SigningState } from '#libs/signatures/signers/signer.js';
import type { SigningOffice } from './signing-office.js';

/** How a service behaves; each may be changed while it runs. */
interface Behaviour {
  /** How often each transaction is asked for before it is signed. */
  patience: number;
  /** The same for one kind of signer. */
  patienceOf?: Readonly<Partial<Record<SignerRole, number>>>;
  /** What it takes for each answer. */
  answersAfterMs: number;
  /** Answers that are lost after the work for them was done. */
  loses: number;
  verdict?: Extract<SigningState, { readonly reason: string }>;
  /** Whose transactions the verdict is about; a signature that was given stays given. */
  verdictOf?: SignerRole;
  /** Told when a signature is on its way out. */
  whenSigned?: (role: SignerRole) => void;
  /** Takes every question and says nothing. */
  silent: boolean;
}

interface Transaction {
  readonly signer: { readonly role: SignerRole; readonly id: string; readonly name: string };
  readonly hash: string;
  readonly callback?: SignatureCallback & { readonly url: string };
  asked: number;
}

/** A service that signs over HTTP, by itself: once for each idempotency key. */
export class SigningService {
  readonly behaviour: Behaviour = { patience: 0, answersAfterMs: 0, loses: 0, silent: false };
  readonly transactions = new Map<string, Transaction>();
  readonly tokens = new Set<string | undefined>();
  url = '';
  private server: Server | undefined;

  constructor(private readonly office: SigningOffice) {}

  async open(): Promise<this> {
    this.server = createServer((request, response) => {
      if (!this.behaviour.silent) void this.respond(request, response);
    }).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.answer(request);
    await wait(this.behaviour.answersAfterMs);
    if (this.behaviour.loses === 0) {
      response.writeHead(answer ? 200 : 404).end(JSON.stringify(answer ?? {}));
      return;
    }
    this.behaviour.loses -= 1;
    response.destroy();
  }

  private async answer(request: IncomingMessage): Promise<object | undefined> {
    this.tokens.add(request.headers.authorization);
    const [, kind, first = '', second = ''] = new URL(request.url ?? '', this.url).pathname.split('/');
    if (kind === 'signers') return this.describe(first as SignerRole, decodeURIComponent(second));
    if (request.method === 'POST') return this.start(request);
    return this.poll(decodeURIComponent(first));
  }

  private async describe(role: SignerRole, id: string): Promise<object> {
    const { chain, ...rest } = await this.office.signer.describe({ role, id, name: id });
    return { ...rest, chain: chain.map((der) => Buffer.from(der).toString('base64')) };
  }

  private async start(request: IncomingMessage): Promise<object> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const transaction = String(request.headers['idempotency-key']);
    const known = this.transactions.get(transaction);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Omit<Transaction, 'asked'>;
    this.transactions.set(transaction, known ?? { ...body, asked: 0 });
    return { transaction };
  }

  private async poll(id: string): Promise<object | undefined> {
    const transaction = this.transactions.get(id);
    if (!transaction) return undefined;
    transaction.asked += 1;
    return this.early(transaction) ?? this.sign(id, transaction);
  }

  /** What is answered before anybody signs. */
  private early({ asked, signer: { role } }: Transaction): SigningState | undefined {
    const { patience, patienceOf, verdict, verdictOf = role } = this.behaviour;
    if (asked <= (patienceOf?.[role] ?? patience)) return { state: 'pending' };
    return verdictOf === role ? verdict : undefined;
  }

  private async sign(id: string, transaction: Transaction): Promise<object> {
    const { signer } = this.office;
    const hash = Buffer.from(transaction.hash, 'base64');
    const asked = { idempotencyKey: id, hash, certificate: hash, display: id, signer: transaction.signer };
    const state = await signer.poll(await signer.start(asked));
    if (state.state !== 'signed') return state;
    this.behaviour.whenSigned?.(transaction.signer.role);
    return { state: 'signed', signature: Buffer.from(state.signature).toString('base64') };
  }
}
