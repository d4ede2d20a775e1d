import { CliError } from '../cli-error.js';
import { GatewayClient } from '../gateway-client.js';

interface DemoPerson {
  readonly id: string;
  readonly roles: readonly string[];
  readonly agency?: string;
}

/** The demonstration people who play the roles; each signs in once, when first needed. */
export class Cast {
  private readonly signedIn = new Map<string, Promise<GatewayClient>>();

  private constructor(
    readonly url: string,
    private readonly people: readonly DemoPerson[],
    private readonly agencies: readonly string[],
  ) {}

  /** @param agencies the consulted agencies in the order of the procedure: `consulted:0` is the first of them. */
  static async assemble(url: string, agencies: readonly string[]): Promise<Cast> {
    return new Cast(url, await GatewayClient.demoPeople<DemoPerson>(url), agencies);
  }

  person(role: string): Promise<GatewayClient> {
    const { id } = this.find(role);
    const known = this.signedIn.get(id) ?? GatewayClient.signIn(this.url, id);
    this.signedIn.set(id, known);
    return known;
  }

  private find(role: string): DemoPerson {
    const [name, n] = role.split(':');
    const agency = n === undefined ? undefined : this.agencies[Number(n)];
    const found =
      name === 'consulted'
        ? this.people.find((person) => person.agency === agency && person.roles.includes('consultedAgency'))
        : this.people.find((person) => person.roles.includes(role));
    if (found) return found;
    throw new CliError(`The gateway has no demonstration person for ${role}`);
  }
}
