/** Values that survive JSON, BSON and canonical JSON (RFC 8785) alike. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json | undefined };
