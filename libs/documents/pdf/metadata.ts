import type { TemplateReference } from '../template-reference.js';

const ACCESSIBLE = 'http://www.aiim.org/pdfua/ns/id/';
const TEMPLATE = 'urn:hoso:template:1.0';
const EXTENSION = [
  'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
].join(' ');

/**
 * What the file says beyond its title: that it is made for readers who do not see it (PDF/UA-1, ISO 14289-1 clause 5), and with
 * which template. PDF/A knows neither vocabulary, so both are described in the file itself (ISO 19005-2, 6.6.2.3).
 */
export function metadataExtensions({ id, version, hash }: TemplateReference): string[] {
  const schemas = [
    schema('PDF/UA universal accessibility', { uri: ACCESSIBLE, prefix: 'pdfuaid' }, [
      property('part', 'Integer', 'Part of ISO 14289 to which the file conforms'),
    ]),
    schema('Template of the paper', { uri: TEMPLATE, prefix: 'hoso' }, [
      property('template', 'Text', 'Name of the template'),
      property('templateVersion', 'Text', 'Version of the template'),
      property('templateHash', 'Text', 'SHA-256 of the wording of that version'),
    ]),
  ];
  return [
    `<rdf:Description rdf:about="" xmlns:pdfuaid="${ACCESSIBLE}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`,
    `<rdf:Description rdf:about="" xmlns:hoso="${TEMPLATE}"><hoso:template>${id}</hoso:template>` +
      `<hoso:templateVersion>${version}</hoso:templateVersion><hoso:templateHash>${hash}</hoso:templateHash></rdf:Description>`,
    `<rdf:Description rdf:about="" ${EXTENSION}><pdfaExtension:schemas><rdf:Bag>${schemas.join('')}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`,
  ];
}

function schema(
  title: string,
  { uri, prefix }: { uri: string; prefix: string },
  properties: readonly string[],
): string {
  return [
    '<rdf:li rdf:parseType="Resource">',
    `<pdfaSchema:schema>${title}</pdfaSchema:schema>`,
    `<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI>`,
    `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>`,
    `<pdfaSchema:property><rdf:Seq>${properties.join('')}</rdf:Seq></pdfaSchema:property>`,
    '</rdf:li>',
  ].join('');
}

function property(name: string, type: string, description: string): string {
  return [
    '<rdf:li rdf:parseType="Resource">',
    `<pdfaProperty:name>${name}</pdfaProperty:name>`,
    `<pdfaProperty:valueType>${type}</pdfaProperty:valueType>`,
    '<pdfaProperty:category>internal</pdfaProperty:category>',
    `<pdfaProperty:description>${description}</pdfaProperty:description>`,
    '</rdf:li>',
  ].join('');
}
