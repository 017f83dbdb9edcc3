import {inQuotationMarks, lostValue, type Slip, withoutCurly} from './slip.js'

/** Where a value ends, and whether lines below may go on with it. */
export interface ReadValue {
  end: number
  form: 'plain' | 'closed' | 'block'
}

/**
 * Follows one value from its first character to its end and collects what was typed wrongly in it. `indent` is the column
 * of its key: a line that stands no further in does not belong to it. `label` is the key as typed: `title: `.
 */
export function readValue(text: string, start: number, indent: number, label: string, slips: Slip[]): ReadValue {
  const lineEnd = endOfLine(text, start)
  const line = text.slice(start, lineEnd).trimEnd()
  const first = line[0] ?? ''
  const wrong = (what: string, message: string, value = line): ReadValue => {
    slips.push(lostValue(what, start, start + line.length, message, `Write \`${label}${inQuotationMarks(value)}\``))
    return {end: lineEnd, form: 'closed'}
  }
  const comment = / #.*$/.exec(line)
  if (first === '#') return wrong('comment', 'A value that begins with `#` is a comment and would not print')
  if (withoutCurly(line) !== undefined) {
    slips.push(
      lostValue(
        'curly-quotation-marks', start, start + line.length,
        'Curly quotation marks around a value would print with it: only straight ones enclose a value',
        `Write \`${label}${inQuotationMarks(line)}\`, or \`${label}'${line.replaceAll("'", "''")}'\` to print the marks too`,
      ),
    )
    return {end: lineEnd, form: 'closed'}
  }
  if (first === '"' || first === "'") {
    const end = endOfQuoted(text, start, indent)
    if (end === undefined) return wrong('open-quotation-mark', `The quotation mark \`${first}\` is never closed`, unquoted(line))
    const slash = first === '"' ? /\\(?!["\\uUx\n\r])/.exec(text.slice(start, end).replace(/\\\\/g, '..')) : null
    if (slash) {
      const meant = text.slice(start + 1, end - 1).replace(/\\(["\\])/g, '$1')
      return wrong('backslash', 'A backslash between double quotation marks must be typed twice', meant)
    }
    return tail(text, start, end, 'after its closing quotation mark', label, slips)
  }
  if (first === '[' || first === '{') {
    const found: Slip[] = []
    const end = endOfFlow(text, start, indent, found)
    const close = first === '[' ? ']' : '}'
    if (end === undefined) return wrong('open-bracket', `A value that begins with \`${first}\` must end with \`${close}\``)
    const before = slips.length
    const read = tail(text, start, end, `after the closing \`${close}\``, label, slips)
    if (slips.length === before) slips.push(...found)
    return read
  }
  if (first === '|' || first === '>') {
    if (/^[|>](?:[+-]?[1-9]?|[1-9][+-])$/.test(line)) return {end: lineEnd, form: 'block'}
    return wrong('reserved-start', `A value that begins with \`${first}\` and goes on in the same line must stand in quotation marks`)
  }
  const reserved = reservedStart(line)
  if (reserved) return wrong(reserved.what, reserved.message)
  if (comment) return wrong('comment', 'What follows ` #` is a comment and would not print')
  if (/:(?=\s|$)/.test(line)) return wrong('colon', 'A value with a colon and a space in it must stand in quotation marks')
  return {end: lineEnd, form: 'plain'}
}

export const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** After a quoted value or a bracketed list nothing may stand in its line. */
function tail(text: string, start: number, end: number, where: string, label: string, slips: Slip[]): ReadValue {
  const lineEnd = endOfLine(text, end)
  const rest = text.slice(end, lineEnd).trimEnd()
  if (rest.trim() !== '') {
    const value = text.slice(start, end + rest.length)
    const message = /^\s+#/.test(rest) ? 'What follows ` #` is a comment and would not print' : `Text stands ${where}`
    const what = /^\s+#/.test(rest) ? 'comment' : 'text-after-value'
    slips.push(lostValue(what, start, end + rest.length, message, `Write \`${label}${inQuotationMarks(value)}\``))
  }
  return {end: lineEnd, form: 'closed'}
}

/** Signs that YAML keeps for itself at the start of a value. */
function reservedStart(value: string): {what: string; message: string} | undefined {
  const quote = (sign: string) => ({
    what: 'reserved-start',
    message: `A value that begins with ${sign === '`' ? 'a backtick' : `\`${sign}\``} must stand in quotation marks`,
  })
  const sign = value[0] ?? ''
  if (/^\*\w[\w-]*$/.test(value)) return {what: 'alias', message: `\`${value}\` would repeat a value from elsewhere, which is not taken here`}
  if (/^&\w[\w-]*(?=\s|$)/.test(value)) return {what: 'anchor', message: 'A value that begins with `&` names it for repetition, which is not taken here'}
  if (/^!\S*(?=\s|$)/.test(value)) return {what: 'tag', message: 'A value that begins with `!` names a type, which is not taken here'}
  if ('*&!@`%,]}'.includes(sign)) return quote(sign)
  return /^[-?:](?=\s|$)/.test(value) ? quote(sign) : undefined
}

/** Behind the closing quotation mark; nothing where there is none before the value's lines end. */
function endOfQuoted(text: string, start: number, indent: number): number | undefined {
  const mark = text[start]
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\' && mark === '"') at++
    else if (sign === mark) {
      if (mark === "'" && text[at + 1] === "'") at++
      else return at + 1
    } else if (sign === '\n' && leavesValue(text, at + 1, indent)) return undefined
  }
  return undefined
}

/** The line that begins here stands no further in than the key. */
function leavesValue(text: string, at: number, indent: number): boolean {
  const space = /[^ ]|$/.exec(text.slice(at, at + indent + 2))?.index ?? 0
  const sign = text[at + space]
  return space <= indent && sign !== '\n' && sign !== undefined && sign !== ']' && sign !== '}'
}

/** Behind the closing bracket; what is wrong in the entries is collected. */
function endOfFlow(text: string, start: number, indent: number, slips: Slip[]): number | undefined {
  const map = text[start] === '{'
  const close = map ? '}' : ']'
  let last: {label: string; start: number; end: number} | undefined
  let at = start + 1
  while (at < text.length) {
    const sign = text[at] ?? ''
    if (sign === close) return at + 1
    if (sign === '\n' && leavesValue(text, at + 1, indent)) return undefined
    if (sign === ',' || /\s/.test(sign)) {
      at++
      continue
    }
    const key = map ? /^(?:"[^"\n]*"|'[^'\n]*'|[^\s,[\]{}"'][^,[\]{}\n]*?):(?=[\s,}]|$)\s*/.exec(text.slice(at, endOfLine(text, at))) : null
    const from = at + (key?.[0].length ?? 0)
    const end = endOfEntry(text, from, close, indent, key?.[0].trim() ?? '', slips)
    if (end === undefined) return undefined
    if (map && !key) slips.push(loneWords(text, at, end, last))
    else last = {label: key?.[0].trim() ?? '', start: from, end}
    at = end
  }
  return undefined
}

/** A comma splits a value in two: the second half has no colon. */
function loneWords(text: string, start: number, end: number, last?: {label: string; start: number; end: number}): Slip {
  const words = text.slice(start, end).trim()
  if (!last) return {...lostValue('no-colon', start, end, `\`${words}\` has no colon: expected a key, a colon and a value`), mend: blank(start, end)}
  const whole = inQuotationMarks(text.slice(last.start, end).replace(/^["']|["'](?=\s*,)/g, ''))
  const message = `\`${words}\` has no colon: a value with a comma in it must stand in quotation marks`
  return {...lostValue('comma', start, end, message, `Write \`${last.label} ${whole}\``), mend: blank(last.end, end)}
}

const blank = (start: number, end: number) => ({start, end, text: ' '.repeat(end - start)})

/** Behind one entry's value: before its comma or the closing bracket. */
function endOfEntry(text: string, from: number, close: string, indent: number, label: string, slips: Slip[]): number | undefined {
  const sign = text[from] ?? ''
  const nested = sign === '[' || sign === '{'
  const closed = nested ? endOfFlow(text, from, indent, slips) : sign === '"' || sign === "'" ? endOfQuoted(text, from, indent) : from
  if (closed === undefined) return undefined
  const more = text.slice(closed).search(close === '}' ? /[,}\n]/ : /[,\]\n]/)
  const end = more < 0 ? text.length : closed + more
  const value = text.slice(from, end).trim()
  const whole = inQuotationMarks(value)
  const wrong = (what: string, message: string) => {
    slips.push(lostValue(what, from, from + value.length, message, `Write \`${label ? `${label} ` : ''}${whole}\``))
  }
  if (closed > from && text.slice(closed, end).trim() !== '') wrong('text-after-value', 'Text stands after the end of the value')
  else if (closed === from && value !== '') {
    const reserved = reservedStart(value)
    if (reserved) wrong(reserved.what, reserved.message)
    else if (/^#| #/.test(value)) wrong('comment', 'What follows `#` is a comment and would not print')
    else if (/^[“”„]/.test(value)) wrong('curly-quotation-marks', 'Only straight quotation marks enclose a value')
    else if (/:(?=\s|$)/.test(value)) wrong('colon', 'A value with a colon and a space in it must stand in quotation marks')
    else if (/[[\]{}]/.test(value)) wrong('reserved-start', 'A value with brackets in it must stand in quotation marks')
  }
  return Math.max(end, from)
}

/** A quoted text whose end is missing, without the mark it begins with. */
const unquoted = (line: string): string => (line.slice(1).includes(line[0] ?? '') ? line : line.startsWith('"') ? line.slice(1) : line)
