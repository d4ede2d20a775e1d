import { licenceGivenBy } from '#libs/access/permissions.js';
import type { Actor } from '#libs/event-store/commit.js';
import type { LicenceCommands, LicenceCommandType } from '#libs/licence/commands.js';

/** Who gives a command in a simulated life: of each role there is one person. */
export function actorOf(
  { holder, agency }: Pick<LicenceCommands['openLicence'], 'holder' | 'agency'>,
  type: LicenceCommandType,
): Actor {
  const [role] = licenceGivenBy[type];
  if (role === 'applicant') return { id: holder, roles: [role] };
  return role === 'system' ? { id: role, roles: [role] } : { id: `simulated-${role}`, roles: [role], agency };
}
