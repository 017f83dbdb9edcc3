import {english} from './en.js'
import {french} from './fr.js'
import type {Language} from './language.js'

const ALL: readonly Language[] = [english, french]

/** The codes a paper may name in `language`. */
export const languages: readonly string[] = ALL.map((language) => language.code)

/** The language of a BCP 47 code, whatever its region and capitals: `en`, `en-GB`, `FR`. */
export function languageOf(code: string): Language | undefined {
  const primary = code.trim().toLowerCase().split(/[-_]/)[0]
  return ALL.find((language) => language.code === primary)
}

const NAMES: Record<string, readonly string[]> = {en: ['english', 'anglais'], fr: ['french', 'français', 'francais']}

/** The code of a language by its name in one of those there are: `English`, `anglais`, `Français`. */
export const languageCalled = (name: string): string | undefined => languages.find((code) => NAMES[code]?.includes(name.trim().toLowerCase()))
