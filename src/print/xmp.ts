/** What a file says of itself, as its metadata stream repeats it. */
export interface About {
  title: string
  author?: string | undefined
  subject?: string | undefined
  keywords?: string | undefined
  creator: string
  producer: string
  date: Date
  modified: Date
  /** BCP 47. */
  language: string
  /** PDF/A part and level, such as 2 and `A`. */
  archival: {part: number; conformance: string}
  /** SHA-256 of the files it carries along: they tell it from the same paper without them. */
  attached: string[]
  /** How far beyond its edges is printed, in points, where crop marks stand around each page. */
  bleed?: number
  /** It is printed on both sides of a sheet. */
  duplex?: true
}

/**
 * The XMP packet: title, dates and the standards the file conforms to. PDF/A asks that a schema it does not know, here
 * that of PDF/UA, is described in the packet itself (ISO 19005-2, 6.6.2.3).
 */
export function writeXmp(about: About): string {
  const {part, conformance} = about.archival
  const descriptions = [
    describe('dc="http://purl.org/dc/elements/1.1/"', [
      '<dc:format>application/pdf</dc:format>',
      `<dc:title>${alternatives(about.title)}</dc:title>`,
      about.author === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${escaped(about.author)}</rdf:li></rdf:Seq></dc:creator>`,
      about.subject === undefined ? '' : `<dc:description>${alternatives(about.subject)}</dc:description>`,
      `<dc:language><rdf:Bag><rdf:li>${escaped(about.language)}</rdf:li></rdf:Bag></dc:language>`,
    ]),
    describe('xmp="http://ns.adobe.com/xap/1.0/"', [
      `<xmp:CreateDate>${dateOf(about.date)}</xmp:CreateDate>`,
      `<xmp:ModifyDate>${dateOf(about.modified)}</xmp:ModifyDate>`,
      `<xmp:CreatorTool>${escaped(about.creator)}</xmp:CreatorTool>`,
    ]),
    describe('pdf="http://ns.adobe.com/pdf/1.3/"', [
      `<pdf:Producer>${escaped(about.producer)}</pdf:Producer>`,
      about.keywords === undefined ? '' : `<pdf:Keywords>${escaped(about.keywords)}</pdf:Keywords>`,
    ]),
    describe('pdfaid="http://www.aiim.org/pdfa/ns/id/"', [`<pdfaid:part>${part}</pdfaid:part>`, `<pdfaid:conformance>${conformance}</pdfaid:conformance>`]),
    describe('pdfuaid="http://www.aiim.org/pdfua/ns/id/"', ['<pdfuaid:part>1</pdfuaid:part>']),
    UA_SCHEMA,
  ]
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    ...descriptions,
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
}

const describe = (namespace: string, properties: readonly string[]): string =>
  [`<rdf:Description rdf:about="" xmlns:${namespace}>`, ...properties.filter(Boolean), '</rdf:Description>'].join('\n')

const UA_SCHEMA = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

const alternatives = (words: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(words)}</rdf:li></rdf:Alt>`

const ENTITIES: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;'}

/** XML knows no control characters, escaped or not. */
function escaped(words: string): string {
  return words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

const dateOf = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z')
