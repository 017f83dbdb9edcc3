import type {Output, PrintForm} from '../content.js'

/** Three millimetres, in points: what printers ask for. */
const BLEED = 8.5

/** The form of an output; nothing where it is for the screen, in colour. Booklets and pairs of pages have no edge that is cut. */
export function formOf(output: Output, {lightToner = false, cropMarks = false}: {lightToner?: boolean; cropMarks?: boolean} = {}): PrintForm | undefined {
  if (output === 'screen' && !lightToner) return undefined
  return {
    output,
    ...(output === 'print' || output === 'booklet' ? {duplex: true as const} : {}),
    ...(lightToner ? {lightToner: true as const} : {}),
    ...(output === 'print' && cropMarks ? {bleed: BLEED} : {}),
  }
}

/** What the name of a file says of its form: `print`, `light-toner`. */
export const formSuffix = (form: PrintForm | undefined): string[] => [
  ...(form === undefined || form.output === 'screen' ? [] : [form.output]),
  ...(form?.lightToner ? ['light-toner'] : []),
]

/** The form of a paper that a manifest lists. */
export const formListed = ({output, lightToner, bleed}: {output?: Exclude<Output, 'screen'> | undefined; lightToner?: true | undefined; bleed?: number | undefined}): PrintForm | undefined =>
  formOf(output ?? 'screen', {...(lightToner ? {lightToner} : {}), ...(bleed === undefined ? {} : {cropMarks: true})})
