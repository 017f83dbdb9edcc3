import {workspaceFiles} from '../files.js'
import {readAgain, sha256Of} from '../inputs.js'
import {VERSION} from '../version.js'
import {changedSince} from './asked.js'
import type {FactUse, Job} from './job.js'
import type {KeptPaper, Memory} from './memory.js'
import {optionsOf, type PaperRecord} from './paper-records.js'

/** What has changed since a paper was built last, in sentences without a full stop, and whether it would be printed again for it. */
export interface Why {
  again: boolean
  changes: string[]
}

/** Says what of a paper's inputs has changed since the last build. `has`: whether the paper's file, or its bytes, are still there. */
export async function whyAgain(job: Job, memory: Memory, has: (paper: KeptPaper) => Promise<boolean>): Promise<Why> {
  const record = memory.last(job)
  if (!record) return {again: true, changes: ['no earlier build of it is remembered']}
  const changes = [...ofProgram(record, memory), ...ofOptions(record, job), ...ofRow(record, job), ...(await ofFiles(record, job))]
  const {compose} = (await import('./print-paper.js')).inThisProcess()
  const {value} = await compose(job)
  if (!value) return {again: false, changes: [...changes, 'it has an error now, which `demarche check` tells']}
  changes.push(...ofFacts(record.made.value?.facts ?? [], value.facts ?? []))
  const kept = record.made.value
  if (kept && changes.length === 0 && !(await has(kept))) return {again: true, changes: ['its file is gone or was changed, and the cache has dropped it']}
  return {again: !memory.knows(value.keys), changes}
}

function ofProgram({program, version}: PaperRecord<unknown>, memory: Memory): string[] {
  if (program === memory.program) return []
  return [version === VERSION ? 'the program, or a package that it prints with, is another than before' : `demarche was version ${version}, and is ${VERSION}`]
}

const OPTIONS: Partial<Record<keyof Job, string>> = {
  brand: '`--brand`',
  defaultBrand: 'the usual brand',
  paper: '`--paper`',
  defaultPaper: 'the usual paper',
  audience: '`--audience`',
  anonymous: '`--anonymous`',
  attachSource: '`--attach-source`',
}

function ofOptions({options}: PaperRecord<unknown>, job: Job): string[] {
  const now = optionsOf(job)
  return (Object.keys(OPTIONS) as (keyof Job)[]).flatMap((name) => {
    const [was, is] = [options[name], now[name]].map((value) => (value === undefined ? 'not given' : value === true ? 'given' : `\`${String(value)}\``))
    return was === is ? [] : [`${OPTIONS[name]} was ${was}, and is ${is}`]
  })
}

function ofRow({row}: PaperRecord<unknown>, job: Job): string[] {
  const columns = new Set([...Object.keys(row?.values ?? {}), ...Object.keys(job.row?.values ?? {})])
  const cells = [...columns].flatMap((column) => {
    const [was, is] = [row?.values[column], job.row?.values[column]].map((value) => (value === undefined || value === '' ? 'empty' : `\`${value}\``))
    return was === is ? [] : [`of the row \`${job.row?.key}\`, \`${column}\` was ${was}, and is ${is}`]
  })
  return row?.output === job.row?.output ? cells : [...cells, `the row's paper was called \`${row?.output}\`, and is \`${job.row?.output}\``]
}

async function ofFiles({source, asked}: PaperRecord<unknown>, job: Job): Promise<string[]> {
  const files = workspaceFiles(job.root, job.brandsFrom)
  const own = source === sha256Of(job.source.text) ? [] : [`\`${job.source.path}\` has changed`]
  const look = (reading: Parameters<typeof readAgain>[0]) => readAgain(reading, files)
  const changed = await changedSince(asked, job, look)
  const others = changed.map(({path, was, is}) => {
    const isBrand = /^(?:demarche\/)?styles\//.test(path)
    const what = isBrand ? `the brand's \`${path}\`` : `\`${path}\``
    if (is === 'missing') return `${what} is gone`
    return was === 'missing' ? `${what} was not there before` : `${what} has changed`
  })
  return [...own, ...others]
}

function ofFacts(before: readonly FactUse[], now: readonly FactUse[]): string[] {
  const valuesOf = (facts: readonly FactUse[]) => new Map(facts.map(({id, pin, value}) => [pin === undefined ? id : `${id}@${pin}`, value]))
  const [old, fresh] = [valuesOf(before), valuesOf(now)]
  return [...fresh].flatMap(([id, value]) => {
    const was = old.get(id)
    return was === undefined || was === value ? [] : [`the fact \`${id}\` was \`${was}\`, and is \`${value}\``]
  })
}
