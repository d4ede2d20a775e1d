import { Agent, request } from 'node:http';
import { Client, type Payload } from '../gateway/support/client.js';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Somebody signed in who works fast: plain HTTP over connections that stay open, so that little is measured of the caller. */
export class Caller {
  private constructor(private readonly client: Client) {}

  static async signIn(url: string, person: string): Promise<Caller> {
    return new Caller(await Client.signIn(url, person));
  }

  async read<Data>(query: string, variables: object): Promise<Data> {
    const { url, headers } = this.client;
    const answer = JSON.parse(
      await post(`${url}/graphql`, headers, JSON.stringify({ query, variables })),
    ) as {
      readonly data?: Data;
      readonly errors?: readonly unknown[];
    };
    if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  /** @throws when the command is refused: nothing refused is measured. */
  async command(mutation: string, inputType: string, input: object): Promise<Payload> {
    const document = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { dossierId version position refusal { name } } }`;
    const payload = (await this.read<Record<string, Payload>>(document, { input }))[mutation];
    if (!payload || payload.refusal)
      throw new Error(`${mutation} was refused: ${JSON.stringify(payload?.refusal)}`);
    return payload;
  }
}

function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    };
    const asked = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
