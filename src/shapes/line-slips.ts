import {inQuotationMarks, lostValue, mended, type Slip} from './slip.js'
import {endOfLine, readValue} from './value-slips.js'

/**
 * Finds, line by line, what people type that YAML reads otherwise: `title: Mines: a short history`, `note: **Poland** x`,
 * a tab, a no-break space, a dash for a list mark. Told here, so that the YAML reader's own words never reach an author.
 */
export function findSlips(text: string): Slip[] {
  const slips: Slip[] = []
  /** The value above goes on in lines that stand further in than this. */
  let open: {indent: number; form: 'plain' | 'block' | 'empty'} | undefined
  let above = -1
  let at = 0
  while (at < text.length) {
    const lineEnd = endOfLine(text, at)
    const line = text.slice(at, lineEnd)
    const next = lineEnd + 1
    const indent = line.search(/[^\s]|$/u)
    if (line.trim() === '' || (open?.form === 'block' && line.search(/[^ ]|$/) > open.indent)) {
      at = next
      continue
    }
    slips.push(...spacing(at, line.slice(0, indent)))
    if (line[indent] === '#') {
      at = next
      continue
    }
    const goesOn = open !== undefined && indent > open.indent
    if (goesOn && open?.form === 'plain') {
      slips.push(...secondLine(at + indent, line.slice(indent).trimEnd()))
      at = next
      continue
    }
    const lead = marks(line, at, indent, goesOn || above < 0 || indent <= above, slips)
    const key = /^(?:"[^"]*"|'[^']*'|[^\s"'#[\]{}&*!|>%@`,][^\n]*?)\s*:(?<gap>\s+|$)/u.exec(line.slice(lead.end))
    const from = at + lead.end + (key?.[0].length ?? 0)
    const indentOfKey = key ? lead.end : lead.listed ? lead.last : indent - 1
    if (key) {
      const gap = key.groups?.gap ?? ''
      if (/[^ \t]/u.test(gap)) slips.push(noBreakSpace(from - gap.length, from, key[0].trim(), line.slice(from - at)))
    } else if (!lead.listed && !goesOn && (above >= 0 || GLUED.test(line.trim()))) {
      slips.push(keyless(at + indent, line.trim()))
      open = undefined
      at = next
      continue
    }
    above = indent
    if (line.slice(from - at).trim() === '') {
      open = {indent: indentOfKey, form: 'empty'}
      at = next
      continue
    }
    const label = key ? `${key[0].trim()} ` : lead.listed ? '- ' : ''
    const read = readValue(text, from, indentOfKey, label, slips)
    open = read.form === 'closed' ? undefined : {indent: read.form === 'block' && !key ? lead.last : indentOfKey, form: read.form}
    at = read.end + 1
  }
  return slips
}

const GLUED = /^(?<key>[A-Za-z_][\w-]*):(?<value>\S.*)$/u

/** White space before the first sign of a line. */
function spacing(at: number, space: string): Slip[] {
  const wrong = space.search(/[^ ]/u)
  if (wrong < 0) return []
  const [start, end, text] = [at + wrong, at + space.length, ' '.repeat(space.length - wrong)]
  return space[wrong] === '\t'
    ? [mended('tab', start, end, text, 'The line is indented with a tab', 'Indent it with spaces')]
    : [mended('no-break-space', start, end, text, 'The line is indented with a no-break space', 'Indent it with ordinary spaces')]
}

/** The marks that open the entries of a list, and slips of the hand for them. */
function marks(line: string, at: number, indent: number, structural: boolean, slips: Slip[]) {
  let end = indent
  let listed = false
  let last = indent - 1
  for (;;) {
    const mark = /^(?<sign>[-–—−•*+])(?<gap>\s+|$)/u.exec(line.slice(end))
    if (!mark?.groups || (mark.groups.sign !== '-' && (!structural || listed))) return {end, listed, last}
    const {sign = '', gap = ''} = mark.groups
    const value = line.slice(end + mark[0].length).trim()
    const shown = /^[\w-]+:(\s|$)/.test(value) ? value : inQuotationMarks(value)
    if (sign !== '-') {
      const message = `An entry of a list begins with a hyphen and a space, not with \`${sign}\``
      slips.push(mended('list-mark', at + end, at + end + 1, '-', message, `Write \`- ${shown}\``))
    }
    if (/[^ \t]/u.test(gap)) slips.push(noBreakSpace(at + end + 1, at + end + 1 + gap.length, '-', value))
    last = end
    end += mark[0].length
    listed = true
  }
}

function noBreakSpace(start: number, end: number, before: string, value: string): Slip {
  const message = `The space after \`${before}\` is a no-break space, which does not count as a space here`
  return mended('no-break-space', start, end, ' '.repeat(end - start), message, `Type an ordinary space: \`${before} ${inQuotationMarks(value)}\``)
}

/** A second line of a value: it may hold no key and no comment. */
function secondLine(start: number, words: string): Slip[] {
  const slip = (what: string, message: string, hint: string) => [lostValue(what, start, start + words.length, message, hint)]
  const key = /^([A-Za-z_][\w-]*):(?=\s|$)/.exec(words)?.[1]
  if (key !== undefined) {
    const message = `\`${key}:\` stands further in than the key above, so its line goes on with the value above`
    const hint = 'Begin it in the column of the key above; if it is part of the value, put the whole value in quotation marks'
    return slip('indent', message, hint).map((found) => ({...found, key}))
  }
  const quote = `Put the whole value in quotation marks: \`"... ${words.replaceAll('"', "'")}"\``
  if (/(^|\s)#/.test(words)) return slip('comment', 'What follows ` #` is a comment and would not print', quote)
  if (/:(?=\s|$)/u.test(words)) return slip('colon', 'This line goes on with the value above it, and has a colon and a space in it', quote)
  return []
}

/** A line where a key was expected. */
function keyless(start: number, words: string): Slip {
  const end = start + words.length
  const glued = GLUED.exec(words)?.groups
  if (glued) {
    const {key = '', value = ''} = glued
    const slip = lostValue('no-space', start, end, `A space must follow \`${key}:\``, `Write \`${key}: ${inQuotationMarks(value)}\``)
    return {...slip, mend: {start, end, text: `${key}: ${'x'.repeat(value.length)}`.slice(0, words.length)}}
  }
  const message = `Expected a key, a colon and a value, found \`${words.slice(0, 60)}\``
  const hint = 'If it belongs to the value above, put that value in quotation marks and indent this line'
  return {...lostValue('no-colon', start, end, message, hint), mend: {start, end, text: '#'.padEnd(words.length, 'x')}}
}
