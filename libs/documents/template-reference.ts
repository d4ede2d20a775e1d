/** Which wording and layout a paper was made with; the hash is over the template's data. */
export interface TemplateReference {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}
