import type { Client } from './client.js';

/** What a subscription tells, one after the other, as it comes over server-sent events. */
export async function* told<Told>(
  client: Client,
  name: string,
  { query, ending }: { readonly query: string; readonly ending: AbortController },
): AsyncGenerator<Told> {
  const response = await fetch(`${client.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...client.headers },
    body: JSON.stringify({ query }),
    signal: ending.signal,
  });
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    yield* events.flatMap((event) => saidIn<Told>(event, name));
  }
}

interface Answer<Told> {
  readonly data: Readonly<Record<string, Told>>;
  readonly errors?: readonly { readonly message: string }[];
}

function saidIn<Told>(event: string, name: string): readonly Told[] {
  const data = /^data: (.+)$/mu.exec(event)?.[1];
  if (data === undefined) return [];
  const answer = JSON.parse(data) as Answer<Told>;
  const [error] = answer.errors ?? [];
  if (error) throw new Error(error.message);
  return [answer.data[name]!];
}
