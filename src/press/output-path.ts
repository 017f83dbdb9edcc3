import type {Checked, Job} from './job.js'

/**
 * Where a paper is written, below the output folder: `<topic>/<name>.<language>[.<brand>][.<paper>][.INTERNAL].pdf`. The
 * name is the briefing's, or what a template calls the paper of a row. Brand and paper appear where they are not the briefing's own. The topic is the briefing's folder below `briefings/`, or below the
 * workspace; a briefing of another workspace goes into a folder named after that.
 */
export function outputPath({source, prefix, row}: Pick<Job, 'source' | 'prefix' | 'row'>, paper: Omit<Checked, 'leftOut' | 'title'>): string {
  const steps = source.path.split('/').filter((step) => step !== '' && step !== '.' && step !== '..')
  const file = steps.pop() ?? 'paper'
  if (steps[0] === 'briefings') steps.shift()
  const other = prefix
    .split('/')
    .filter((step) => step !== '..')
    .pop()
  const name = [
    row?.output ?? file.replace(/\.(md|markdown)$/i, ''),
    paper.language,
    ...(paper.brand === paper.usual.brand ? [] : [paper.brand]),
    ...(paper.paper === paper.usual.paper ? [] : [paper.paper]),
    ...(paper.audience === 'internal' ? ['INTERNAL'] : []),
    'pdf',
  ].map(harmless)
  return [...(other ? [other] : []), ...steps, name.join('.')].join('/')
}

/** A part of a name cannot lead into another folder. */
const harmless = (part: string) => part.replace(/[\\/\0]/g, '-')
