import { createServer } from 'node:http';

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface Healthy {
  /** By name, what is missing; empty when the process can do its work. */
  readonly missing: () => Promise<Readonly<Record<string, string>>>;
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
}

/** `/health/live`, `/health/ready` and `/metrics` of a process without a web server of its own. Port 0 takes any free one. */
export async function startHealthServer(port: number, { missing, metrics }: Healthy): Promise<HealthServer> {
  const answers: Readonly<Record<string, () => Promise<Answer>>> = {
    '/health/live': async () => json(200, { status: 'live' }),
    '/health/ready': async () => readiness(await missing()),
    '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() }),
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''] ?? (async () => json(404, { error: 'not found' }));
    answer()
      .catch(() => json(503, { status: 'not ready' }))
      .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

function readiness(needs: Readonly<Record<string, string>>): Answer {
  const ready = Object.keys(needs).length === 0;
  return json(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', needs });
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}
