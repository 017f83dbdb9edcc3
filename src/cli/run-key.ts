import {existsSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {hashOf} from '../cache/index.js'
import {OWN_ROOT} from '../files.js'
import {type CommandLine, optionValue} from './command-line.js'

/** Beside the papers it would be handed on with them, and it holds what is not for everybody. */
export const CACHE_FOLDER = '.demarche-cache'

/** Where a run is remembered: in which folder, and under which key. */
export interface RunKey {
  root: string
  folder: string
  key: string
}

/** How the findings are told, and how fast, changes nothing of what is found: unless it is refused. */
const isHow = ([name, value]: [string, string]): boolean => ['format', 'cache'].includes(name) || (name === 'jobs' && /^\d{1,2}$/.test(value) && Number(value) <= 64 && Number(value) > 0)

/**
 * The key of a run: what was asked for, from where, and of a check on which day; and by which installation, as seen from the workspace: what another
 * one told was looked up in other files. Nothing where it is not remembered: because that was asked for, or in a folder that is no workspace.
 */
export function runKeyOf(line: CommandLine, {cwd, env}: {cwd: string; env: Readonly<Record<string, string | undefined>>}, program = OWN_ROOT): RunKey | undefined {
  const root = workspaceAbove(cwd)
  const folder = root === undefined || optionValue(line, 'no-cache') !== undefined ? undefined : cacheFolder(optionValue(line, 'cache'), root, cwd)
  if (root === undefined || folder === undefined) return undefined
  const options = line.options.filter((option) => !isHow(option)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const day = line.deed === 'check' && optionValue(line, 'on') === undefined ? dayFrom(env) : ''
  return {root, folder, key: hashOf(JSON.stringify([line.deed, line.paths, options, path.relative(root, cwd), path.relative(root, program), day]))}
}

/** The workspace that a folder lies in; nothing where it is one of its own, for this run. */
export function workspaceAbove(folder: string): string | undefined {
  if (existsSync(path.join(folder, 'demarche.yml')) || statSync(path.join(folder, 'briefings'), {throwIfNoEntry: false})?.isDirectory()) return folder
  const above = path.dirname(folder)
  return above === folder ? undefined : workspaceAbove(above)
}

/** The folder of what earlier runs have left: as typed, else of the settings, as far as they can be read at a glance. */
export function cacheFolder(typed: string | undefined, root: string, cwd: string): string | undefined {
  if (typed !== undefined) return path.resolve(cwd, typed)
  const settings = textOf(path.join(root, 'demarche.yml'))
  const named = /^["']?cache\b/m.test(settings)
  if (!named) return path.join(root, CACHE_FOLDER)
  // What is written in another way is read by who reads YAML, and costs the time that takes.
  const [, folder] = /^cache:[ \t]+(?:"([\w./-]+)"|'([\w./-]+)'|([\w./-]+))[ \t]*$/m.exec(settings)?.filter((one) => one !== undefined) ?? []
  return folder === undefined ? undefined : path.join(root, folder)
}

/** What stands for today. */
function dayFrom(env: Readonly<Record<string, string | undefined>>): string {
  const now = new Date()
  return env.SOURCE_DATE_EPOCH || [now.getFullYear(), now.getMonth() + 1, now.getDate()].join('-')
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
