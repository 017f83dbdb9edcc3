/** Markings that readers know, each scheme from what may go to everyone to what may go to fewest. */
export const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  'TLP 2.0': ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'],
  'UN distribution': ['Distr.: General', 'Distr.: Limited', 'Distr.: Restricted'],
  'EU distribution': ['PUBLIC', 'LIMITE'],
}

/** A marking within its scheme. */
export interface Rank {
  scheme: string
  /** 0 may go to everyone. */
  rank: number
}

/** The schemes of a house: those that all know, and its own. */
export const schemesOf = (house: readonly string[] | undefined): Readonly<Record<string, readonly string[]>> => (house ? {...SCHEMES, house} : SCHEMES)

/** Where a marking stands, capitals and spaces aside; nothing where no scheme has it. The house's own scheme is asked first. */
export function rankOf(marking: string, house?: readonly string[]): Rank | undefined {
  for (const [scheme, words] of Object.entries(schemesOf(house)).reverse()) {
    const rank = words.findIndex((word) => plain(word) === plain(marking))
    if (rank >= 0) return {scheme, rank}
  }
  return undefined
}

/** The marking that reaches fewest readers; nothing where two are of schemes that cannot be compared. */
export function highestMarking(markings: readonly string[], house?: readonly string[]): string | undefined {
  const ranked = markings.map((marking) => ({marking, of: rankOf(marking, house)}))
  const schemes = new Set(ranked.map(({of}) => of?.scheme))
  if (schemes.size > 1 || schemes.has(undefined)) return new Set(markings.map(plain)).size === 1 ? markings[0] : undefined
  return ranked.reduce<(typeof ranked)[number] | undefined>((most, one) => ((one.of?.rank ?? 0) > (most?.of?.rank ?? -1) ? one : most), undefined)?.marking
}

const plain = (marking: string): string => marking.toUpperCase().replace(/\s+/g, '')
