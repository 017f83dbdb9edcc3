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

/** What a whole field asks for: `row:name`, or `row` for the column named as the field is; with `?` behind, the field goes where there is none. */
export function askOf(text: string, key: string): {names: readonly string[]; optional: boolean} | undefined {
  const [, column, mark] = /^row(?::\s*(\S.*?))?(\?)?$/.exec(text.trim()) ?? []
  if (column === undefined && !/^row\??$/.test(text.trim())) return undefined
  return {names: column === undefined ? namesFor(key) : [column], optional: mark !== undefined}
}

/** A State is named in many ways: the first column that there is counts. */
const namesFor = (key: string): readonly string[] => (key === 'country' ? ['country', 'iso2', 'iso3', 'iso', 'name'] : [key])
