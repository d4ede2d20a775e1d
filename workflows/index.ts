export { dossier } from './dossier/dossier.js';
export { licence } from './licence/licence.js';
