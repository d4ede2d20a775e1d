import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const inRoot = (...parts) => join(root, ...parts);
export const tools = inRoot('.tools');
export const dist = inRoot('dist');
export const sourceFolders = ['apps', 'libs', 'workflows', 'activities', 'docker'];
