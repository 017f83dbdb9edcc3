import * as fontkit from 'fontkit'
import type {Assets} from '../content.js'
import type {Edition} from '../edition/index.js'
import type {FontFace} from './laid-out.js'

/** What `@react-pdf/layout` asks of a font store; ours knows only the editions' own faces. */
export interface FontStore {
  getFont(descriptor: {fontFamily: string; fontWeight?: number | string; fontStyle?: string}): {data: FontFace; load(): Promise<void>}
  load(): Promise<void>
  getEmojiSource(): null
  getHyphenationCallback(): (word: string) => string[]
}

/** Opened once for the bytes they come from, and let go with them. */
const opened = new WeakMap<Uint8Array, FontFace>()

function open(bytes: Uint8Array): FontFace {
  const known = opened.get(bytes)
  if (known) return known
  // fontkit's own types know more than we use; a collection is refused when the brand is loaded.
  const font = fontkit.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as unknown as FontFace
  opened.set(bytes, font)
  return font
}

const WEIGHTS: Record<string, number> = {light: 300, normal: 400, medium: 500, semibold: 600, bold: 700}

/** The faces of the editions' brands. React-PDF's last resort, `Helvetica`, is an embedded face here too. */
export function makeFontStore(editions: readonly Edition[], assets: Assets): FontStore {
  const families = new Map<string, {weight: number; style: string; source: {data: FontFace; load(): Promise<void>}}[]>()
  for (const {brand} of editions) {
    for (const face of brand.fonts.faces) {
      const bytes = assets.get(face.sha256)
      if (!bytes) throw new Error(`The bytes of ${face.family} ${face.weight} did not come with the edition`)
      const faces = families.get(face.family) ?? []
      if (!faces.some((one) => one.weight === face.weight && one.style === face.style)) {
        let data: FontFace | undefined
        // Opened at first use: a brand has more faces than a paper sets.
        const source = {get data() { return (data ??= open(bytes)) }, load: async () => undefined}
        faces.push({weight: face.weight, style: face.style, source})
      }
      families.set(face.family, faces)
    }
  }
  const fallback = editions[0]?.brand.fonts.text ?? ''
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
