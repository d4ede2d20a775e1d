import { createServer } from 'node:http';
import { collectDefaultMetrics, Registry } from 'prom-client';

export interface HealthServer {
  close(): Promise<void>;
}

/** `/health/live`, `/health/ready` (names what is missing) and `/metrics` of a process without a web server of its own. */
export async function startHealthServer(
  port: number,
  missing: () => Readonly<Record<string, string>>,
): Promise<HealthServer> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'hoso_worker_' });
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url === '/health/live') answer(200, { status: 'live' });
    else if (request.url === '/health/ready') {
      const needs = missing();
      const ready = Object.keys(needs).length === 0;
      answer(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', needs });
    } else if (request.url === '/metrics') {
      void registry
        .metrics()
        .then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text));
    } else answer(404, { error: 'not found' });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
