/** Numbers that each command of a path takes. */
const TAKES: Record<string, number> = {m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0}
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi

/** Whether a path cannot be drawn: it begins otherwise than with a move, or a command has numbers missing. */
export function troubleOfPath(path: string): boolean {
  if (path.trim() === '') return false
  if (!/^\s*m/i.test(path) || /[^mlhvcsqtaze\d\s,.+-]/i.test(path)) return true
  for (const [, command = '', written = ''] of path.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)) {
    const takes = TAKES[command.toLowerCase()] ?? 0
    const rest = written.replace(NUMBER, ' ')
    // Flags of an arc run together, `a1 1 0 01.5 2`, count as missing: the engine's reader takes them for one number.
    const count = written.match(NUMBER)?.length ?? 0
    if (/[^\s,]/.test(rest) || (takes === 0 ? count > 0 : count === 0 || count % takes > 0)) return true
  }
  return false
}
