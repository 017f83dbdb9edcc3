/** Something typed that YAML reads otherwise than it was meant. Ranges count characters of the text that was read. */
export interface Slip {
  /** The second half of the rule. */
  what: string
  start: number
  end: number
  message: string
  hint?: string
  /** What stands in the text's place, of the same length, so that the rest can be read and all errors be shown at once. */
  mend: {start: number; end: number; text: string}
  /** The value itself is lost: what its schema says of the mended one is an echo. */
  lost: boolean
  /** A key that was meant, and is lost with the value it stands in. */
  key?: string
}

/** A slip whose value cannot be known: it is read as a run of letters. */
export function lostValue(what: string, start: number, end: number, message: string, hint?: string): Slip {
  const mend = {start, end, text: 'x'.repeat(end - start)}
  return {what, start, end, message, ...(hint === undefined ? {} : {hint}), mend, lost: true}
}

/** A slip whose meaning is plain: it is read as what was meant. */
export function mended(what: string, start: number, end: number, text: string, message: string, hint: string): Slip {
  return {what, start, end, message, hint, mend: {start, end, text}, lost: false}
}

const LONGEST = 160
const CURLY = /^[“”„](?<double>[^“”„]*)[“”]$|^[‘’‚](?<single>[^‘’‚]*)[‘’]$/u

/** The words between curly quotation marks that enclose the whole value. */
export function withoutCurly(value: string): string | undefined {
  const {double, single} = CURLY.exec(value)?.groups ?? {}
  return double ?? single
}

/** A value as it has to be typed to be read as text: in quotation marks. */
export function inQuotationMarks(value: string): string {
  const text = (withoutCurly(value) ?? value).replace(/\s+/gu, ' ').trim()
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text
  if (!/["\\]/.test(short)) return `"${short}"`
  return short.includes("'") ? `"${short.replace(/["\\]/g, '\\$&')}"` : `'${short}'`
}
