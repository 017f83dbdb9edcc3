import type {Edition} from '../edition/index.js'
import {languageOf} from '../language/index.js'

/** What a paper says to all: `text` is what its author wrote for its readers, `all` is that with its front matter, its brand and the program's own words. */
export function publishedWords(edition: Edition): {text: string; all: string} {
  const {meta, brand, body, notes} = edition
  const text: string[] = []
  meetStrings({body, notes}, (string, key) => {
    // What stands in for a picture or a chart is no text: nobody reads it over before it is sent.
    if (key !== 'alt') text.push(string)
  })
  const all = [...text]
  const language = languageOf(meta.language)
  meetStrings({meta, body, issuer: brand.issuer, contacts: brand.contacts, words: brand.words, name: brand.name, contents: edition.contents, attached: edition.attached}, (string) => all.push(string))
  if (language) {
    all.push(...Object.values(language.labels).map(String))
    for (let month = 1; month <= 12; month++) all.push(language.date({year: meta.date.year, month}, 'long'), language.date({year: meta.date.year, month}, 'short'))
    for (const day of [meta.date, meta.asOf]) all.push(language.labels.factsAsOf.replace('{date}', language.date(day, 'long')), language.date(day, 'long'))
  }
  return {text: text.join('\n'), all: all.join('\n')}
}

const BESIDE = new Set(['place', 'type', 'sha256', 'id', 'format', 'land', 'borders', 'state'])

/** Meets strings with their key; the words of one run come joined, as they are read. */
function meetStrings(value: unknown, meet: (string: string, key: string) => void, key = ''): void {
  if (typeof value === 'string') meet(value, key)
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value) && value.some(isText)) meet(value.map(runOf).join(''), key)
  for (const [name, child] of Object.entries(value)) if (!BESIDE.has(name)) meetStrings(child, meet, Array.isArray(value) ? key : name)
}

const isText = (value: unknown): boolean => typeof value === 'object' && value !== null && 'type' in value && value.type === 'text'

function runOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  if ('value' in value && typeof value.value === 'string') return value.value
  return 'children' in value && Array.isArray(value.children) ? value.children.map(runOf).join('') : ' '
}
