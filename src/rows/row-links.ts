/** The column that `row:name` asks for; nothing for any other address. A space in it is written `%20`. */
export function columnOf(url: string): string | undefined {
  const [, name] = /^row:(.*)$/is.exec(url) ?? []
  if (name === undefined) return undefined
  try {
    return decodeURIComponent(name).trim()
  } catch {
    return name.trim()
  }
}

/** A row's value within plain words, such as those of a title: `[Poland](row:name)`. */
export const LINK_IN_WORDS = /\[([^[\]]*)\]\(<?row:([^()<>]+?)>?\)/g

/** What a whole field asks of a row. */
export interface Ask {
  /** The column; of several, the first that there is. */
  names: readonly string[]
  /** The field goes where the row has no value. */
  optional: boolean
  /** What takes the place of a value that the row does not have. */
  instead?: string
}

/** Reads `row:name`, or `row` for the column named as the field is; `?` or `or unknown` behind it says what becomes of the field where there is no value. */
export function askOf(text: string, key: string): Ask | undefined {
  const [whole, column, mark, instead] = /^row(?::\s*(\S.*?))?(?:(\?)|\s+or\s+(\S.*))?$/.exec(text.trim()) ?? []
  // "row or line" may be words.
  if (whole === undefined || (column === undefined && instead !== undefined && instead !== 'unknown')) return undefined
  return {names: column === undefined ? namesFor(key) : [column], optional: mark !== undefined, ...(instead === undefined ? {} : {instead})}
}

/** A State is named in many ways: the first column that there is counts. */
const namesFor = (key: string): readonly string[] => (key === 'country' ? ['country', 'iso2', 'iso3', 'iso', 'name'] : [key])
