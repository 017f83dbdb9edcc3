import path from 'node:path'
import {openStore, type Store} from '../cache/index.js'
import type {Notice} from '../files.js'
import {type Memory, openMemory} from '../press/index.js'
import type {Workspace} from '../workspace/index.js'
import {readCommandLine} from './command-line.js'
import type {Io} from './io.js'
import {openNotes, type RunNotes} from './remember-run.js'
import {CACHE_FOLDER, workspaceAbove, runKeyOf} from './run-key.js'

/** What earlier runs have left, and the notes of this one. */
export interface OpenCache {
  store: Store
  memory: Memory
  /** Absent where the command line is not one that is remembered. */
  notes?: RunNotes
}

/** A run that begins: it looks at things before its workspace, and so its cache, is known. */
export interface Beginning {
  /** In milliseconds since 1970. */
  began: number
  notice: Notice
  /** Passes on what was noticed, and what will be. */
  follow(to: Notice): void
}

/** Notes from its first moment what a run looks at. */
export function beginRun(): Beginning {
  const looked: Parameters<Notice>[] = []
  let follower: Notice = (...sight) => void looked.push(sight)
  return {
    began: Date.now(),
    notice: (...sight) => follower(...sight),
    follow(to) {
      follower = to
      for (const sight of looked) to(...sight)
    },
  }
}

/** Opens the cache that a run was asked to use: that of its workspace where nothing was asked; none in a folder that is no workspace. */
export function openCache({root, settings}: Workspace, asked: string | false | undefined, io: Io): Omit<OpenCache, 'notes'> | undefined {
  if (asked === false) return undefined
  const usual = workspaceAbove(io.cwd) !== undefined ? path.join(root, settings.cache ?? CACHE_FOLDER) : undefined
  const folder = asked === undefined ? usual : path.resolve(io.cwd, asked)
  if (folder === undefined) return undefined
  const store = openStore(folder)
  return {store, memory: openMemory(store)}
}

/** The notes of a run, where its command line is one that is remembered. */
export function notesOf({store}: Omit<OpenCache, 'notes'>, beginning: Beginning, io: Io): RunNotes | undefined {
  const line = io.argv && readCommandLine(io.argv)
  const key = line && runKeyOf(line, io)
  if (!key) return undefined
  const notes = openNotes(store, {...key, began: beginning.began})
  // What is looked at from now on is told to the same notes.
  beginning.follow(notes.notice)
  return notes
}
