/** What GraphQL answered, with the HTTP status it came with. */
export interface Answer {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  }[];
}

export interface Payload {
  readonly dossierId: string;
  readonly position: number | null;
  readonly version: number | null;
  readonly repeated: boolean;
  readonly refusal: {
    readonly name: string;
    readonly message: { readonly vi: string; readonly en: string };
    readonly details: Readonly<Record<string, unknown>>;
  } | null;
  readonly trackingSecret?: string;
}

const PAYLOAD = 'dossierId position version repeated refusal { name message { vi en } details }';

/** Somebody at the gateway, speaking plain HTTP. */
export class Client {
  constructor(
    readonly url: string,
    readonly token: string | undefined,
  ) {}

  static async signIn(url: string, person: string, at = '/oidc/token'): Promise<Client> {
    const body = new URLSearchParams({ grant_type: 'urn:hoso:demo-person', client_id: 'hoso-cli', person });
    const response = await fetch(`${url}${at}`, { method: 'POST', body });
    const { access_token: token } = (await response.json()) as { access_token: string };
    return new Client(url, token);
  }

  get headers(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }

  post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers, ...headers },
      body,
    });
  }

  async ask(query: string, variables: object = {}): Promise<Answer> {
    const response = await this.post(JSON.stringify({ query, variables }));
    return { ...((await response.json()) as Omit<Answer, 'status'>), status: response.status };
  }

  /** The data of an answer without errors. */
  async read<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.ask(query, variables);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data as Data;
  }

  /** Gives a command by the name of its mutation. */
  async command(name: string, input: object): Promise<Payload> {
    const extra = name === 'submitDossier' ? ' trackingSecret' : '';
    const data = await this.read<Record<string, Payload>>(
      `mutation ($input: ${inputTypes[name] ?? 'DossierInput'}!) { ${name}(input: $input) { ${PAYLOAD}${extra} } }`,
      { input },
    );
    return data[name]!;
  }

  upload(bytes: Uint8Array<ArrayBuffer> | ReadableStream): Promise<Response> {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...this.headers },
      body: bytes,
    };
    return fetch(`${this.url}/attachments`, { ...init, duplex: 'half' } as RequestInit);
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: this.headers });
  }
}

/** The input types that are not the plain one. */
const inputTypes: Readonly<Record<string, string>> = {
  submitDossier: 'SubmitDossierInput',
  receiveSupplement: 'ReceiveSupplementInput',
  refuseIntake: 'RefuseIntakeInput',
  redirectDossier: 'RedirectDossierInput',
  requestSupplement: 'RequestSupplementInput',
  handOverResult: 'HandOverResultInput',
  assignTask: 'AssignTaskInput',
  claimTask: 'TaskInput',
  releaseTask: 'TaskInput',
  handOverTask: 'HandOverTaskInput',
  recordAppraisal: 'RecordAppraisalInput',
  askOpinions: 'AskOpinionsInput',
  giveOpinion: 'GiveOpinionInput',
  proposeDecision: 'ProposeDecisionInput',
  returnDraft: 'ReturnDraftInput',
  grantLicence: 'JudgementInput',
  approveForwarding: 'JudgementInput',
  recordForwardingAnswer: 'RecordForwardingAnswerInput',
  denyLicence: 'JudgementInput',
  voidLicenceNumber: 'ReasonedInput',
  withdrawDossier: 'ReasonedInput',
  stopDossier: 'StopDossierInput',
  reopenDossier: 'ReasonedInput',
  extendDeadline: 'ExtendDeadlineInput',
};
