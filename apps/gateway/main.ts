import 'reflect-metadata';
import { runService } from '#libs/service/run-service.js';
import { startGateway } from './start.js';

await runService('gateway', async (config, log) => {
  const gateway = await startGateway(config, log);
  return { facts: { url: gateway.url }, stop: () => gateway.stop() };
});
