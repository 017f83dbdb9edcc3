/** What V8 has compiled, by the name of the module. */
export interface Kept {
  /** How many runs have added to it. */
  runs: number
  pieces: ReadonlyMap<string, Buffer>
}

/** Marks a file as ours, in this form. */
const MARK = Buffer.from('demarche-compiled-1\n')

/** In one file: its mark, the length of a list, the list of names and lengths, the pieces. */
export function pack({runs, pieces}: Kept): Buffer {
  const list = Buffer.from(JSON.stringify({runs, pieces: [...pieces].map(([name, {length}]) => [name, length])}))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(list.length)
  return Buffer.concat([MARK, length, list, ...pieces.values()])
}

/** The pieces in a file; nothing of one that is not whole, or not ours. */
export function unpack(file: Buffer | undefined): Kept | undefined {
  if (!file?.subarray(0, MARK.length).equals(MARK) || file.length < MARK.length + 4) return undefined
  const from = MARK.length + 4
  let at = from + file.readUInt32LE(MARK.length)
  if (at > file.length) return undefined
  try {
    const {runs, pieces}: {runs: number; pieces: [name: string, length: number][]} = JSON.parse(file.toString('utf8', from, at))
    const found = new Map<string, Buffer>()
    for (const [name, length] of pieces) {
      found.set(name, file.subarray(at, at + length))
      at += length
    }
    return at === file.length ? {runs, pieces: found} : undefined
  } catch {
    return undefined
  }
}
