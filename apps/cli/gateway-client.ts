import { CliError } from './cli-error.js';

/** What the demonstration's identity provider gives for one of its people. */
interface TokenAnswer {
  readonly access_token?: string;
  readonly error_description?: string;
}

interface GraphQLAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A person signed in at a gateway, speaking GraphQL over HTTP like any other client. */
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
    const response = await reach(`${url}/oidc/token`, { method: 'POST', body: form });
    const answer = (await response.json()) as TokenAnswer;
    if (answer.access_token !== undefined) return new GatewayClient(url, person, answer.access_token);
    throw new CliError(
      `Sign-in of "${person}" was refused: ${answer.error_description ?? response.statusText}`,
    );
  }

  /** Who can sign in there. @throws CliError when the gateway is away or not in demonstration mode. */
  static async demoPeople<Person>(url: string): Promise<readonly Person[]> {
    const response = await reach(`${url}/demo/people`, {});
    if (!response.ok)
      throw new CliError(
        `The gateway at ${url} is not in demonstration mode: it has no people to play a story`,
      );
    const { people } = (await response.json()) as { readonly people: readonly Person[] };
    return people;
  }

  /** @throws CliError with the gateway's own sentence when the answer holds an error. */
  async query(document: string, variables: object): Promise<Record<string, unknown>> {
    const response = await reach(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query: document, variables }),
    });
    const answer = (await response.json()) as GraphQLAnswer;
    const fault = answer.errors?.[0];
    if (fault) throw new CliError(`${fault.extensions?.code ?? 'ERROR'}: ${fault.message}`);
    return answer.data ?? {};
  }

  /** Stores a paper and gives its digest. */
  async upload(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<string> {
    const response = await reach(`${this.url}/attachments`, {
      method: 'POST',
      headers: { 'content-type': mediaType, authorization: `Bearer ${this.token}` },
      body: bytes,
    });
    const answer = (await response.json()) as { readonly digest?: string; readonly message?: string };
    if (answer.digest !== undefined) return answer.digest;
    throw new CliError(`The attachment was refused: ${answer.message ?? response.statusText}`);
  }

  async download(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const response = await reach(`${this.url}${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    if (!response.ok)
      throw new CliError(`${path} could not be read: ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

const DEMO_GRANT = 'urn:hoso:demo-person';

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new CliError(`No gateway answers at ${new URL(url).origin}: is \`npm start\` running?`, { cause });
  }
}
