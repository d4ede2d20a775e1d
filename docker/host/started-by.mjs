/** Whether npm or our own older Node started us. Not so by hand: `node docker/host/run.mjs start &` may outlive its shell. */
export const isOurChild =
  process.env.npm_lifecycle_event !== undefined || Number(process.env.HOSO_HOST_PARENT) === process.ppid;
