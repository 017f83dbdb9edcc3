/** A rule as the documentation names it: `chart/no-rows`, or with a gap such as `<name>/unknown-key`. */
export interface Scan {
  rules: Set<string>
  /** Calls whose rule could not be read off the source: there must be none. */
  unread: string[]
}

/** How the rules with a gap are named, by the file they are told in. */
const GAPS: [file: RegExp, gap: string][] = [
  [/^(?:shapes|briefing)\//, '<name>'],
  [/^checks\//, '<kind>'],
]

/** Blocks whose numbers are read by one file for both. */
const SHARED: Record<string, readonly string[]> = {'blocks/check-numbers.ts': ['chart', 'table'], 'blocks/check-series.ts': ['chart', 'table']}

/** Every rule that the program may tell, read off its source. */
export function rulesIn(files: ReadonlyMap<string, string>): Scan {
  const scan: Scan = {rules: new Set(), unread: []}
  for (const [name, text] of files) {
    if (name === 'diagnostic.ts') continue
    scanDirect(name, text, scan)
    scanIndirect(name, text, scan)
  }
  return scan
}

/** `error('chart/no-rows', ...)`, and with a gap: `` error(`${room}/tab`, ...) ``. */
function scanDirect(name: string, text: string, {rules, unread}: Scan): void {
  for (const call of text.matchAll(/(?<![\w'`]|(?<!\.\.)\.)(?:error|warning|tell)\(\s*(?:(['`])([^'`]*)\1)?/g)) {
    const [, , rule] = call
    const line = text.slice(0, call.index).split('\n').length
    if (rule === undefined) {
      // `tell(diagnostics)` of a report takes what has a rule already.
      if (!name.startsWith('cli/')) unread.push(`src/${name}:${line} ${call[0].trim()}`)
    } else if (!rule.includes('${')) rules.add(rule)
    else if (!rule.includes('/${')) for (const room of roomsOf(name)) rules.add(rule.replace(/^\$\{[^}]*\}/, room))
  }
  for (const [, rule = ''] of text.matchAll(/error\[([a-z-]+\/[a-z-]+)\]/g)) rules.add(rule)
}

const roomsOf = (name: string): readonly string[] => SHARED[name] ?? [GAPS.find(([file]) => file.test(name))?.[1] ?? name]

/** `wrong('empty-quotation', ...)` where the file has `` error(`briefing/${what}`, ...) ``; slips; troubles of pictures. */
function scanIndirect(name: string, text: string, {rules}: Scan): void {
  const [, room = 'none'] = /`([a-z-]+)\/\$\{(?:what|trouble\.rule)\}`/.exec(text) ?? (name.startsWith('shapes/') ? [undefined, '<name>'] : [])
  const named = [...text.matchAll(/(?<![\w]|(?<!\.\.)\.)(?:wrong|refuse|slip|lostValue|mended)\(\s*'([a-z-]+)'/g), ...text.matchAll(/\bwhat: '([a-z-]+)'/g)]
  if (room !== 'none') for (const [, what = ''] of named) rules.add(`${room}/${what}`)
  if (name.startsWith('pictures/')) for (const [, what = ''] of text.matchAll(/\brule: '([a-z-]+)'/g)) rules.add(`edition/${what}`)
  if (name === 'shapes/issues.ts') rules.add('<name>/<key>')
}
