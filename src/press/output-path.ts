import {deliveryName, neutralName} from './delivery-name.js'
import {formSuffix} from './forms.js'
import type {Checked, Job} from './job.js'

/**
 * Where a paper is written, below the output folder: `<topic>/<name>.<language>[.<brand>][.<paper>][.<form>][.INTERNAL].pdf`. The
 * name is the briefing's, or what a template calls the paper of a row. Brand, paper and form appear where they are not the briefing's own. The topic is the briefing's folder below `briefings/`, or below the
 * workspace; a briefing of another workspace goes into a folder named after that. Names for who receives a paper have its symbol and title in
 * place of the briefing's name.
 */
export function outputPath({source, prefix, row, form, names}: Pick<Job, 'source' | 'prefix' | 'row' | 'form' | 'names'>, paper: Omit<Checked, 'leftOut'>): string {
  const steps = source.path.split('/').filter((step) => step !== '' && step !== '.' && step !== '..')
  const file = steps.pop() ?? 'paper'
  if (steps[0] === 'briefings') steps.shift()
  const other = prefix
    .split('/')
    .filter((step) => step !== '..')
    .pop()
  const differs = [
    ...(paper.brand === paper.usual.brand ? [] : [paper.brand]),
    ...(paper.paper === paper.usual.paper ? [] : [paper.paper]),
    ...formSuffix(form),
    ...(paper.audience === 'internal' ? ['INTERNAL'] : []),
  ].map(harmless)
  const suffix = differs.map((part) => `.${part}`).join('')
  const plain = () => [row?.output ?? file.replace(/\.(md|markdown)$/i, ''), paper.language, ...differs, 'pdf'].map(harmless).join('.')
  const name = names === 'delivery' ? deliveryName(paper, {suffix}) : names === 'neutral' ? neutralName(source.path, {row: row?.key, language: paper.language, suffix}) : plain()
  return [...(other ? [other] : []), ...steps, name].join('/')
}

/** A part of a name cannot lead into another folder. */
const harmless = (part: string) => part.replace(/[\\/\0]/g, '-')
