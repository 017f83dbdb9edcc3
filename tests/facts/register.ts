import {loadRegister, type Register} from '../../src/facts/index.js'
import {languageOf} from '../../src/language/index.js'
import {memoryFiles} from '../edition/compose.js'
import {told} from '../told.js'

/** The register of `briefings/topic/paper.md`, and what was found in it, one to a line. */
export async function registerOf(files: Record<string, string>): Promise<{register: Register; told: string[]}> {
  const {value, diagnostics} = await loadRegister('briefings/topic/paper.md', {files: memoryFiles(files)})
  if (!value) throw new Error('a register always comes back')
  return {register: value, told: diagnostics.map((one) => `${one.place.path.replace('briefings/topic/', '')} ${told(one)}`)}
}

/** A register of one file, `facts.yml` beside the briefing. */
export const registerOfText = (text: string) => registerOf({'briefings/topic/facts.yml': text})

/** A language of papers. */
export function language(code: string) {
  const found = languageOf(code)
  if (!found) throw new Error(`no language ${code}`)
  return found
}
