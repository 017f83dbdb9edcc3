import {embeddedFiles} from './embedded.js'
import type {Pdf} from './open-pdf.js'
import {paintedWords} from './painted-words.js'
import {type Dictionary, isDictionary, isRef, isStream, isText, nameOf, type Stream, type Value} from './pdf-values.js'

/** A text of a PDF, and where in the file it stands, in a reader's words: `on page 2`, `in the bookmarks`. */
export interface Found {
  where: string
  /** Painted on a page, said in another place of the file, or within a file that it carries. */
  sort: 'painted' | 'said' | 'carried'
  text: string
}

/**
 * Every text that a PDF holds, whether or not a reader shows it: what its pages paint, what stands in for that, tags, bookmarks,
 * properties, metadata, links, names, the files it carries along, and whatever else can be read as letters.
 */
export function textsIn(pdf: Pdf): Found[] {
  const found: Found[] = []
  const carried = [...embeddedFiles(pdf)]
  const read = new Set<Value>()
  const contentOf = (stream: Stream) => Buffer.from(pdf.content(stream)).toString('latin1')
  const painted = (operators: string, resources: Value | undefined, where: string) => {
    const {words, instead} = paintedWords(pdf, operators, resources)
    found.push({where, sort: 'painted', text: words}, ...instead.map((text): Found => ({where: `in a text that stands in for words ${where}`, sort: 'said', text})))
  }
  for (const [index, page] of pdf.pages.entries()) {
    const contents = pdf.get(page.entries.get('Contents'))
    const streams = (Array.isArray(contents) ? contents : [contents]).map(pdf.get).filter(isStream)
    for (const stream of streams) read.add(stream)
    painted(streams.map(contentOf).join('\n'), resourcesOf(pdf, page), `on page ${index + 1}`)
  }
  for (const [name, bytes] of carried) found.push({where: `in the attached file \`${name}\``, sort: 'carried', text: Buffer.from(bytes).toString('utf8')})

  const info = pdf.get(pdf.trailer.entries.get('Info'))
  const objects = pdf.objects()
  for (const object of objects) {
    if (isStream(object) && !read.has(object)) readStream(object)
    if (!isText(object)) meet(object, placeOf(object))
  }
  // A text may be an object of its own, and lead to nothing.
  for (const object of objects) if (isText(object) && !read.has(object)) meet(object, 'in the file')
  return found

  function placeOf(object: Value): string {
    if (object === info) return 'in the properties of the file'
    if (!isDictionary(object)) return 'in the file'
    const {entries} = object
    const type = nameOf(pdf.get(entries.get('Type')))
    if (type === 'StructElem' || (entries.has('S') && entries.has('P'))) return 'in the tags'
    if (type === 'Filespec' || entries.has('EF')) return 'in what is said of an attached file'
    if (entries.has('Title') && entries.has('Parent')) return 'in the bookmarks'
    if (type === 'Annot' || entries.has('Subtype')) return 'in what is said of a link'
    return 'in the file'
  }

  /** All texts directly within an object; those that it refers to are objects of their own. */
  function meet(value: Value, where: string, key?: string): void {
    if (isText(value)) found.push({where: (key !== undefined && KEYS[key]) || where, sort: 'said', text: value.text})
    else if (isRef(value)) {
      const other = pdf.get(value)
      if (!isText(other)) return
      read.add(other)
      meet(other, where, key)
    }
    else if (Array.isArray(value)) for (const one of value) meet(one, where, key)
    else if (isDictionary(value)) for (const [name, one] of value.entries) if (name !== 'ID') meet(one, isDictionary(one) ? placeWithin(one, where) : where, name)
  }

  function placeWithin(inner: Dictionary, where: string): string {
    const own = placeOf(inner)
    return own === 'in the file' ? where : own
  }

  function readStream(stream: Stream): void {
    const type = nameOf(pdf.entry(stream, 'Type'))
    const subtype = nameOf(pdf.entry(stream, 'Subtype'))
    if (type === 'EmbeddedFile' || (type !== undefined && WITHOUT_WORDS.has(type)) || (subtype !== undefined && WITHOUT_WORDS.has(subtype))) return
    if (type === 'Metadata') found.push({where: 'in the metadata (XMP)', sort: 'said', text: wordsOfXml(Buffer.from(pdf.content(stream)).toString('utf8'))})
    else if (subtype === 'Form') painted(contentOf(stream), pdf.entry(stream, 'Resources'), 'in a drawing')
    else if (!['Length1', 'N', 'FunctionType', 'ShadingType', 'PatternType'].some((key) => stream.entries.has(key))) {
      const text = Buffer.from(pdf.content(stream)).toString('utf8')
      if (!text.includes('begincmap')) found.push({where: 'in the file', sort: 'said', text})
    }
  }
}

/** What a text is, where its key says it. */
const KEYS: Record<string, string> = {
  Alt: 'in an alternative text',
  ActualText: 'in a text that stands in for words',
  E: 'in the words an abbreviation stands for',
  Contents: 'in what is said of a link',
  URI: 'in the address of a link',
  UF: 'in the name of an attached file',
  F: 'in the name of an attached file',
  Subject: 'in the subject of the file',
  Keywords: 'in the keywords of the file',
  Author: 'in the author of the file',
}

const WITHOUT_WORDS = new Set(['ObjStm', 'XRef', 'Image', 'CMap', 'CIDFontType0C', 'Type1C', 'OpenType'])

/** Fonts and pictures may be named by the folder of pages above. */
function resourcesOf(pdf: Pdf, page: Dictionary): Value | undefined {
  let node: Value | undefined = page
  for (let step = 0; step < 60 && isDictionary(node); step++) {
    const own: Value | undefined = pdf.entry(node, 'Resources')
    if (own !== undefined) return own
    node = pdf.entry(node, 'Parent')
  }
  return undefined
}

const ENTITIES: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

/** The words between the tags, and those of attributes. */
function wordsOfXml(xml: string): string {
  const attributes = [...xml.matchAll(/\s[\w:.-]+\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, double, single]) => double ?? single ?? '')
  return `${xml.replace(/<[^>]*>/g, '\n')}\n${attributes.join('\n')}`.replace(/&(?:#(x?)([0-9a-f]+)|(\w+));/gi, (whole, hex: string, code: string, name: string) =>
    code ? String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, hex ? 16 : 10))) : (ENTITIES[name] ?? whole),
  )
}
