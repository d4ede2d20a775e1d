/** A text that people see, in Vietnamese (authoritative) and English. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}
