import { renderCertificate } from '#libs/documents/certificate.js';
import { certificateFacts } from './facts.js';

/** Prints the digests of the same certificate: first thing in the process, after papers with look-alike characters, and among others. */
const digestOf = async (): Promise<string> => (await renderCertificate(certificateFacts())).sha256;

const first = await digestOf();
const lookAlikes = certificateFacts({
  subject: 'Thiết\u00a0lập\u2011trang\u2044tin\u2215tức\u00ad ; \u037e'.normalize('NFD'),
});
await renderCertificate(lookAlikes);
const later = await digestOf();
const together = await Promise.all([
  digestOf(),
  ...Array.from({ length: 6 }, () => renderCertificate(lookAlikes).then(({ sha256 }) => sha256)),
  digestOf(),
]);
process.stdout.write(JSON.stringify([first, later, together[0], together.at(-1)]));
