import { runService } from '#libs/service/run-service.js';
import { startProjector } from './start-projector.js';

await runService('projector', async (config, log) => {
  const projector = await startProjector(config, log);
  return { facts: { port: projector.port }, stop: () => projector.stop() };
});
