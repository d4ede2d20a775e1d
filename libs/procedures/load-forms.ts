import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { CODE_OF_KEYWORD, type FormFault, type FormFaultCode, SAYINGS } from './form-fault.js';
import { addFormFormats } from './load-form-formats.js';
import { readVersions, schemaFolder } from './load-schema-folder.js';
import type { FormReference } from './procedure.js';

export type { FormFault } from './form-fault.js';

export type FormCheck =
  { readonly valid: true } | { readonly valid: false; readonly faults: readonly FormFault[] };

type FormKey = Pick<FormReference, 'id' | 'version'>;

/** The forms people fill in, each version a JSON Schema whose titles are what they read. */
export interface FormBook {
  /** All faults at once, in the order of the form. Never throws, whatever the answers are. */
  validate(form: FormKey, answers: unknown): FormCheck;
  /** The JSON Schema, for whoever draws the form. */
  schema(form: FormKey): JsonObject | undefined;
  /** `aggregated-news-application@1` … */
  ids(): readonly string[];
}

interface LoadedForm {
  readonly schema: JsonObject;
  readonly validate: ValidateFunction;
}

/** A filled-in form is a few pages of text; more is an attack or a mistake. */
const MAX_CHARACTERS = 200_000;
const MAX_FAULTS = 100;

/** @throws when a schema is faulty: it is then not the applicant's fault. */
export async function loadForms(folder: string = schemaFolder('forms')): Promise<FormBook> {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
  });
  ajv.addVocabulary(['x-title-en']);
  addFormFormats(ajv);
  const forms = new Map<string, LoadedForm>();
  for (const { key, text } of await readVersions(folder)) {
    const schema = JSON.parse(text) as JsonObject;
    forms.set(key, { schema, validate: ajv.compile(schema) });
  }
  return {
    validate: (form, answers) => check(forms.get(keyOf(form)), answers),
    schema: (form) => forms.get(keyOf(form))?.schema,
    ids: () => [...forms.keys()],
  };
}

function check(form: LoadedForm | undefined, answers: unknown): FormCheck {
  if (!form) return refused('unknownForm');
  if (sizeOf(answers) > MAX_CHARACTERS) return refused('tooLarge');
  if (form.validate(answers)) return { valid: true };
  const faults = (form.validate.errors ?? []).flatMap((error) => formFault(error) ?? []);
  return { valid: false, faults: withoutRepeats(faults).slice(0, MAX_FAULTS) };
}

function refused(code: FormFaultCode): FormCheck {
  return { valid: false, faults: [{ path: '', code, message: SAYINGS[code] }] };
}

/** What JSON cannot write down, an endless loop say, is too large as well. */
function sizeOf(answers: unknown): number {
  try {
    return JSON.stringify(answers)?.length ?? 0;
  } catch {
    return Infinity;
  }
}

function formFault(error: ErrorObject): FormFault | undefined {
  const { keyword, instancePath, schemaPath } = error;
  const code = CODE_OF_KEYWORD[keyword];
  // An answer that none of the choices takes is told once, under the title of the field and not of a choice.
  if (code === undefined || /\/(?:anyOf|oneOf)\//u.test(schemaPath)) return undefined;
  const field = fieldOf(error);
  const path = field === undefined ? instancePath : `${instancePath}/${escaped(field)}`;
  const title = titleOf(error, field);
  const { vi, en } = SAYINGS[code];
  return { path, code, message: { vi: `${title.vi}: ${vi}`, en: `${title.en}: ${en}` } };
}

/** Ajv names the object that lacks a field, or has one too many; people look for the field. */
function fieldOf({ params }: ErrorObject): string | undefined {
  const field: unknown = params['missingProperty'] ?? params['additionalProperty'];
  return typeof field === 'string' ? field : undefined;
}

/** The words of the form where it has some; else the name of the field. */
function titleOf({ parentSchema, instancePath }: ErrorObject, field: string | undefined): Bilingual {
  const titled = field === undefined ? (parentSchema as Titled | undefined) : propertyOf(parentSchema, field);
  const name = field ?? instancePath.split('/').at(-1) ?? '';
  return { vi: titled?.title ?? name, en: titled?.['x-title-en'] ?? name };
}

function propertyOf(schema: ErrorObject['parentSchema'], field: string): Titled | undefined {
  const properties = (schema?.['properties'] ?? {}) as Readonly<Record<string, Titled>>;
  return Object.hasOwn(properties, field) ? properties[field] : undefined;
}

interface Titled {
  readonly title?: string;
  readonly 'x-title-en'?: string;
}

function escaped(field: string): string {
  return field.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** An empty text fails more than one keyword; one sentence about it is enough. */
function withoutRepeats(faults: readonly FormFault[]): readonly FormFault[] {
  return faults.filter((each, index) => faults.findIndex(({ path }) => path === each.path) === index);
}

function keyOf({ id, version }: FormKey): string {
  return `${id}@${version}`;
}
