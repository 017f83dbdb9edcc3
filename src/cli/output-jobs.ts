import {outputsOf} from '../briefing/index.js'
import type {Output} from '../content.js'
import {formOf, type Job} from '../press/index.js'

export interface OutputOptions {
  /** Before what briefings and `demarche.yml` say. */
  output?: readonly Output[]
  lightToner?: true
  cropMarks?: true
  /** Of briefings that say nothing. */
  outputs?: readonly Output[]
  names?: 'plain' | 'delivery'
  neutralNames?: true
}

/** Jobs with one for each output in the place of a paper: for the screen, to be printed, as a booklet, two pages on a sheet. */
export function outputJobs(jobs: readonly Job[], {output, outputs, lightToner, cropMarks, names, neutralNames}: OutputOptions): Job[] {
  const called = neutralNames ? ('neutral' as const) : names === 'delivery' ? names : undefined
  // A template has one front matter for all its rows.
  const asked = new Map<string, readonly Output[]>()
  return jobs.flatMap((job) => {
    const key = `${job.root} ${job.source.path}`
    const wanted = output ?? asked.get(key) ?? outputsOf(job.source) ?? outputs ?? ['screen']
    asked.set(key, wanted)
    return wanted.map((one): Job => {
      const form = formOf(one, {...(lightToner ? {lightToner} : {}), ...(cropMarks ? {cropMarks} : {})})
      return {...job, ...(form ? {form} : {}), ...(called ? {names: called} : {})}
    })
  })
}
