import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {randomBytes} from 'node:crypto'
import path from 'node:path'
import {sealed, unsealed} from './sealed.js'

/**
 * What is kept: `runs` (what a command did), `papers` (what became of one), `last` (which of these a briefing's newest is),
 * `editions` (how one was printed), `prints` (the PDFs), `times` (how long papers took in the last undivided build), `templates` (what one asks of its rows).
 */
export type Kind = (typeof KINDS)[number]
const KINDS = ['runs', 'papers', 'last', 'editions', 'prints', 'times', 'templates'] as const

/** 256 MB: some 4,000 papers. */
const LARGEST = 256 * 1024 * 1024
/** To know what all entries hold, each is looked at: not before what was put there since the last time is this share of the largest size. */
const GROWN = 0.02
/** What is dropped leaves room, so that the next build need not drop again. */
const KEPT = 0.8
/** A temporary file lives for moments. One this old, in milliseconds, was left behind. */
const OLD = 60 * 60 * 1000

/** A folder of entries, each under its kind and key. Nothing in it is missed when it is gone. */
export interface Store {
  /** Absolute. */
  folder: string
  /** What stands under a key; nothing where it is missing, broken or another's. */
  get(kind: Kind, key: string): Buffer | undefined
  /** Keeps it where that is possible, and says whether it was: a disk that is full or may only be read is no reason to fail. */
  put(kind: Kind, key: string, body: Uint8Array | string): boolean
  /** Drops what was not used for the longest time, where there is too much, and what killed runs left behind. */
  trim(): void
}

export interface StoreOptions {
  /** Bytes that the folder may hold. */
  largest?: number
}

/** Opens a folder of entries. Many runs may read and write it at a time: an entry appears whole, under a name of its own until then. */
export function openStore(folder: string, {largest = LARGEST}: StoreOptions = {}): Store {
  const fileOf = (kind: Kind, key: string) => path.join(folder, kind, key)
  const made = new Set<string>()
  let grown = 0
  return {
    folder,
    get(kind, key) {
      try {
        const file = fileOf(kind, key)
        const body = unsealed(`${kind}/${key}`, readFileSync(file))
        if (body) markUsed(file)
        return body
      } catch {
        return undefined
      }
    },
    put(kind, key, body) {
      try {
        if (!made.has(kind)) makeFolder(folder, kind)
        made.add(kind)
        const temporary = fileOf(kind, `.${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
        try {
          writeFileSync(temporary, sealed(`${kind}/${key}`, body), {flag: 'wx'})
          renameSync(temporary, fileOf(kind, key))
        } catch {
          rmSync(temporary, {force: true})
          return false
        }
        grown += body.length
        return true
      } catch {
        return false
      }
    },
    trim() {
      if (grown === 0) return
      const since = grownBefore(folder) + grown
      const isMuch = since > largest * GROWN
      const isNoted = noteGrown(folder, isMuch ? 0 : since)
      if (isMuch || !isNoted) trim(folder, largest)
    },
  }
}

/** The folder says by itself that it is no part of the workspace: to git, and to programs that make backups. */
function makeFolder(folder: string, kind: Kind): void {
  mkdirSync(path.join(folder, kind), {recursive: true})
  const notes: Record<string, string> = {
    '.gitignore': '*\n',
    'CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55\n# Kept by demarche, to make again only what changed. It may be deleted at any time.\n',
  }
  for (const [name, text] of Object.entries(notes)) {
    try {
      writeFileSync(path.join(folder, name), text, {flag: 'wx'})
    } catch {
      // It is there already.
    }
  }
}

function markUsed(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // A cache that may only be read is read.
  }
}

/** Bytes put there since entries were looked at last. Runs at a time may forget each other's: then they are looked at later. */
function grownBefore(folder: string): number {
  try {
    return Number(readFileSync(path.join(folder, 'grown'), 'utf8')) || 0
  } catch {
    return Number.POSITIVE_INFINITY // never, as far as is known
  }
}

/** Whether it was noted: where it cannot be, entries are looked at in each run. */
function noteGrown(folder: string, bytes: number): boolean {
  const temporary = path.join(folder, `.${process.pid}-grown.tmp`)
  try {
    writeFileSync(temporary, String(bytes))
    renameSync(temporary, path.join(folder, 'grown'))
    return true
  } catch {
    rmSync(temporary, {force: true, recursive: true})
    return false
  }
}

function trim(folder: string, largest: number): void {
  const entries = KINDS.flatMap((kind) => entriesIn(path.join(folder, kind)))
  const isLeft = ({file, used}: {file: string; used: number}) => file.endsWith('.tmp') && Date.now() - used > OLD
  for (const {file} of entries.filter(isLeft)) rmSync(file, {force: true})
  let size = entries.reduce((sum, {bytes}) => sum + bytes, 0)
  if (size <= largest) return
  for (const {file, bytes} of entries.sort((a, b) => a.used - b.used)) {
    if (size <= largest * KEPT) return
    rmSync(file, {force: true})
    size -= bytes
  }
}

function entriesIn(folder: string): {file: string; bytes: number; used: number}[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const file = path.join(folder, name)
      const found = statSync(file, {throwIfNoEntry: false}) // another run may have dropped it
      return found?.isFile() ? [{file, bytes: found.size, used: found.mtimeMs}] : []
    })
  } catch {
    return []
  }
}
