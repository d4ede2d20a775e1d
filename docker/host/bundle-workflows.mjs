import { inRoot } from './folders.mjs';

/** `#…` imports and `.js` specifiers mean the TypeScript sources, never an older dist that lies there. */
const webpackConfigHook = (config) => ({
  ...config,
  resolve: {
    ...config.resolve,
    conditionNames: ['source', '...'],
    extensionAlias: { '.js': ['.ts', '.js'] },
  },
});

/** The code of all workflows as one script, to be run by exactly the SDK version that bundled it. */
export async function bundleWorkflows() {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const logger = new DefaultLogger('WARN');
  const { code } = await bundleWorkflowCode({
    workflowsPath: inRoot('workflows', 'index.ts'),
    webpackConfigHook,
    logger,
  });
  return code;
}
