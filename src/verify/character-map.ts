/** The characters that a font's codes stand for. */
export interface CharacterMap {
  /** Bytes to a code. */
  width: number
  of(code: number): string
}

/** Reads a ToUnicode map (ISO 32000-1, 9.10.3). */
export function readCharacterMap(text: string): CharacterMap {
  const known = new Map<number, string>()
  const ranges = sectionsOf(text, 'codespacerange')
  const width = Math.max(1, Math.floor((/<([0-9a-f]+)>/i.exec(ranges[0] ?? '')?.[1]?.length ?? 2) / 2))
  for (const section of sectionsOf(text, 'bfchar')) {
    for (const [, code = '', characters = ''] of section.matchAll(/<([0-9a-f\s]+)>\s*<([0-9a-f\s]*)>/gi)) known.set(numberOf(code), charactersOf(characters))
  }
  for (const section of sectionsOf(text, 'bfrange')) {
    for (const [, first = '', last = '', list, start = ''] of section.matchAll(/<([0-9a-f\s]+)>\s*<([0-9a-f\s]+)>\s*(?:\[([^\]]*)\]|<([0-9a-f\s]*)>)/gi)) {
      const from = numberOf(first)
      const count = Math.min(numberOf(last) - from + 1, 0x10000)
      const listed = list === undefined ? undefined : [...list.matchAll(/<([0-9a-f\s]*)>/gi)].map(([, one = '']) => charactersOf(one))
      for (let step = 0; step < count; step++) known.set(from + step, listed ? (listed[step] ?? '') : stepped(charactersOf(start), step))
    }
  }
  return {width, of: (code) => known.get(code) ?? ''}
}

const sectionsOf = (text: string, name: string): string[] => [...text.matchAll(new RegExp(`begin${name}([\\s\\S]*?)end${name}`, 'g'))].map(([, inside = '']) => inside)

const numberOf = (digits: string): number => Number.parseInt(digits.replace(/\s/g, ''), 16)

const charactersOf = (digits: string): string => {
  const bytes = Buffer.from(digits.replace(/\s/g, ''), 'hex')
  return bytes.subarray(0, bytes.length - (bytes.length % 2)).swap16().toString('utf16le')
}

/** Only the last character of a range counts up. */
const stepped = (start: string, step: number): string => {
  const last = start.length - 1
  return last < 0 ? '' : start.slice(0, last) + String.fromCharCode(start.charCodeAt(last) + step)
}
