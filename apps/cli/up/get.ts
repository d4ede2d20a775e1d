import { once } from 'node:events';
import { get as request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** Reads from our own gateway or health server. Without `fetch`, whose machinery would stay in memory for a few questions. */
export async function get(url: string): Promise<string> {
  const [response]: IncomingMessage[] = await once(request(url, { agent: false }), 'response');
  if (!response) throw new Error(`${url} does not answer`);
  const body = await text(response);
  if (response.statusCode === 200) return body;
  throw new Error(`${url} answers ${response.statusCode}: ${body}`);
}
