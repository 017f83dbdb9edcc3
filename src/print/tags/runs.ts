import type {Role} from '../../drawing/index.js'

/** What a stretch of words within a text is: its role, what it stands in, where it leads. */
export interface RunMark {
  role?: Role
  /** The run around it. */
  above?: RunMark
  /** A URL or `#destination`, its own or that of a run around it. */
  to?: string
  /** Its words, notes' numbers and all. */
  words: string
}

/**
 * React-PDF drops all props of a Text within a Text but its link, which it hands on untouched: so the link is where a
 * run's mark travels. It stays a string to whoever reads it as one.
 */
export function carry(run: RunMark): object {
  // The renderer asks the link itself whether it leads into the document: ours says no, so that it is handed over whole.
  return Object.assign(new String(run.to ?? ' '), {run, match: () => null})
}

/** The mark that a link carries; nothing for a plain one. */
export const runOf = (link: unknown): RunMark | undefined =>
  typeof link === 'object' && link !== null && 'run' in link ? (link.run as RunMark) : undefined // ours: see `carry`

/** Where a link leads, whether it carries a mark or not. */
export const targetOf = (link: unknown): string => (link === undefined || link === null ? '' : String(link).trim())
