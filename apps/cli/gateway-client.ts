import { CliError } from './cli-error.js';
import { patiently, Unreachable } from './patience.js';

/** What the demonstration's identity provider gives for one of its people. */
interface TokenAnswer {
  readonly access_token?: string;
  readonly error_description?: string;
}

interface UploadAnswer {
  readonly digest?: string;
  readonly message?: string;
}

interface Reached {
  readonly status: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface GraphQLAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A person signed in at a gateway, speaking GraphQL over HTTP like any other client, also while the gateway is started again. */
export class GatewayClient {
  private constructor(
    private readonly url: string,
    readonly person: string,
    private readonly token: string,
  ) {}

  /** Signs a demonstration person in. @throws CliError when the gateway is away or not in demonstration mode. */
  static async signIn(url: string, person: string): Promise<GatewayClient> {
    const form = new URLSearchParams({
      grant_type: DEMO_GRANT,
      person,
      client_id: 'hoso-cli',
      scope: 'openid hoso',
    });
    const { body, status } = await patiently(() =>
      ask<TokenAnswer>(`${url}/oidc/token`, { method: 'POST', body: form }),
    );
    if (body.access_token !== undefined) return new GatewayClient(url, person, body.access_token);
    throw new CliError(`Sign-in of "${person}" was refused: ${body.error_description ?? status}`);
  }

  /**
   * Who can sign in there: the first question to a gateway, so one that is away is not waited for.
   *
   * @throws CliError when the gateway is away or not in demonstration mode.
   */
  static async demoPeople<Person>(url: string): Promise<readonly Person[]> {
    const { body, status } = await ask<{ readonly people?: readonly Person[] }>(`${url}/demo/people`, {});
    if (status === 200 && body.people) return body.people;
    throw new CliError(
      `The gateway at ${url} is not in demonstration mode: it has no people to play a story`,
    );
  }

  /** @throws CliError with the gateway's own sentence when the answer holds an error. */
  query(document: string, variables: object): Promise<Record<string, unknown>> {
    return patiently(async () => {
      const { body } = await ask<GraphQLAnswer>(`${this.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...this.authorization },
        body: JSON.stringify({ query: document, variables }),
      });
      const fault = body.errors?.[0];
      if (!fault) return body.data ?? {};
      const code = fault.extensions?.code ?? 'ERROR';
      const sentence = `${code}: ${fault.message}`;
      throw PASSING_CODES.has(code) ? new Unreachable(sentence) : new CliError(sentence);
    });
  }

  /** Stores a paper and gives its digest. */
  async upload(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<string> {
    const headers = { 'content-type': mediaType, ...this.authorization };
    const { body, status } = await patiently(() =>
      ask<UploadAnswer>(`${this.url}/attachments`, { method: 'POST', headers, body: bytes }),
    );
    if (body.digest !== undefined) return body.digest;
    throw new CliError(`The attachment was refused: ${body.message ?? status}`);
  }

  async download(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const { status, bytes } = await patiently(() =>
      reach(`${this.url}${path}`, { headers: this.authorization }),
    );
    if (status === 200) return bytes;
    throw new CliError(`${path} could not be read: the gateway answers ${status}`);
  }

  private get authorization(): Readonly<Record<string, string>> {
    return { authorization: `Bearer ${this.token}` };
  }
}

const DEMO_GRANT = 'urn:hoso:demo-person';

/** The log or a read model is away, or a read model is late. */
const PASSING_CODES: ReadonlySet<string> = new Set(['UNAVAILABLE', 'POSITION_NOT_REACHED']);
/** A gateway that is stopping or not yet ready, or what stands before it. */
const PASSING_STATUS: ReadonlySet<number> = new Set([502, 503, 504]);

/** @throws Unreachable when the connection fails at any moment: whether the request was carried out is then unknown. */
async function reach(url: string, init: RequestInit): Promise<Reached> {
  const { origin } = new URL(url);
  const reached = await fetch(url, init)
    .then(async (response) => ({ status: response.status, bytes: await response.bytes() }))
    .catch((cause: unknown) => {
      throw new Unreachable(`No gateway answers at ${origin}: is \`npm start\` running?`, { cause });
    });
  if (!PASSING_STATUS.has(reached.status)) return reached;
  throw new Unreachable(`The gateway at ${origin} cannot do its work at the moment (${reached.status})`);
}

async function ask<Body>(url: string, init: RequestInit): Promise<{ status: number; body: Body }> {
  const { status, bytes } = await reach(url, init);
  const text = Buffer.from(bytes).toString();
  try {
    return { status, body: JSON.parse(text) as Body };
  } catch (cause) {
    throw new CliError(`${new URL(url).origin} does not answer like a gateway of Hoso`, { cause });
  }
}
