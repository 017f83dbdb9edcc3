import type {Brand, Fonts} from '../brand/index.js'
import type {FontFace} from './laid-out.js'

/** What `@react-pdf/layout` asks of a font store; ours knows only the editions' own faces. */
export interface FontStore {
  getFont(descriptor: {fontFamily: string; fontWeight?: number | string; fontStyle?: string}): {data: FontFace; load(): Promise<void>}
  load(): Promise<void>
  getEmojiSource(): null
  getHyphenationCallback(): (word: string) => string[]
}

const WEIGHTS: Record<string, number> = {light: 300, normal: 400, medium: 500, semibold: 600, bold: 700}

/** The faces of the papers' brands. React-PDF's last resort, `Helvetica`, is an embedded face here too. */
export function makeFontStore(papers: readonly {brand: Brand; fonts: Fonts}[]): FontStore {
  const families = new Map<string, {weight: number; style: string; source: {data: FontFace; load(): Promise<void>}}[]>()
  for (const {brand, fonts} of papers) {
    for (const face of brand.fonts.faces) {
      const faces = families.get(face.family) ?? []
      if (!faces.some((one) => one.weight === face.weight && one.style === face.style)) {
        let data: FontFace | undefined
        // Opened at first use: a brand has more faces than a paper sets. fontkit's types know more than we use.
        const source = {get data() { return (data ??= fonts.open(face) as unknown as FontFace) }, load: async () => undefined}
        faces.push({weight: face.weight, style: face.style, source})
      }
      families.set(face.family, faces)
    }
  }
  const fallback = papers[0]?.brand.fonts.text ?? ''
  return {
    getFont({fontFamily, fontWeight = 400, fontStyle = 'normal'}) {
      const faces = families.get(fontFamily) ?? families.get(fallback) ?? []
      const weight = typeof fontWeight === 'string' ? (WEIGHTS[fontWeight] ?? 400) : fontWeight
      const inStyle = faces.filter((face) => face.style === fontStyle)
      const best = (inStyle.length ? inStyle : faces).toSorted((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0]
      if (!best) throw new Error(`The brand has no face of ${fontFamily}`)
      return best.source
    },
    load: async () => undefined,
    getEmojiSource: () => null,
    getHyphenationCallback: () => (word) => [word],
  }
}
