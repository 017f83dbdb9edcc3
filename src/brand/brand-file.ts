import {z} from 'zod'
import {flag} from '../shapes/fields.js'
import {once} from '../once.js'
import {address, length, named, text} from './values.js'

/** The standard lets a colour or a logo differ between light and dark screens; paper is light. */
const onPaper = once(() => z.union([named(), z.strictObject({light: named(), dark: named().optional()}).transform(({light}) => light)]))

const colour = onPaper

const logoFile = once(() => z.union([onPaper(), z.strictObject({path: named(), alt: text().optional()}).transform(({path}) => path)]))

const logo = z.union([
  named(),
  z.strictObject({
    images: z.record(z.string(), logoFile()).optional(),
    small: logoFile().optional(),
    medium: logoFile().optional(),
    large: logoFile().optional(),
  }),
])

const fontFile = z.union([
  named().transform((path) => ({path})),
  z.strictObject({path: named(), weight: text().optional(), style: z.enum(['normal', 'italic']).optional()}),
])

const font = z.strictObject({
  family: named(),
  source: z.enum(['google', 'file'], 'Expected `google` or `file`: papers are printed without the network').default('file'),
  files: z.array(fontFile).min(1).optional(),
  weight: z.unknown().optional(),
  style: z.unknown().optional(),
  display: z.unknown().optional(),
})

/** `base: Inter` is short for `base: {family: Inter}`. What papers do not use is taken and left alone. */
const typeface = z.union([
  named().transform((family) => ({family})),
  z.looseObject({family: named().optional(), color: colour().optional(), size: z.string().optional(), 'line-height': z.string().optional()}),
])

const size = (most: string) => z.strictObject({size: length('10pt', most), leading: length('11pt', '36pt')}).refine(
  ({size, leading}) => leading >= size && leading <= 2 * size,
  'Expected a `leading` from once to twice the `size`',
)

const contact = z.strictObject({
  name: text(200),
  role: text(200).optional(),
  phone: text(100).optional(),
  mail: z.string().regex(/^[^\s@]+@[^\s@]+$/, 'Expected an e-mail address').max(254, 'Expected at most 254 characters').optional(),
  web: address().optional(),
  /** More signs would make the code too fine to be read. */
  qr: address(200).optional(),
})

/** What a printed paper needs and the standard has no key for. */
const demarche = z.strictObject({
  paper: z.enum(['A4', 'Letter'], 'Expected `A4` or `Letter`').optional(),
  masthead: z.enum(['bar', 'letterhead'], 'Expected `bar` or `letterhead`').optional(),
  margin_column: flag().optional(),
  measure: length('100mm', '184mm').optional(),
  justify: flag().optional(),
  numbered_paragraphs: flag().optional(),
  title_sizes: z.array(length('12pt', '40pt')).min(1).max(5).optional(),
  body: size('20pt').optional(),
  lead: size('24pt').optional(),
  label: named().optional(),
  locator: z.enum(['map', 'flag', 'none'], 'Expected `map`, `flag` or `none`').optional(),
  foot_as_of: flag().optional(),
  marking: z
    .strictObject({
      where: z.enum(['head-and-foot', 'foot'], 'Expected `head-and-foot` or `foot`').optional(),
      align: z.enum(['left', 'center', 'right'], 'Expected `left`, `center` or `right`').optional(),
      size: length('7pt', '14pt').optional(),
    })
    .optional(),
  colours: z.strictObject({quiet: colour().optional(), hair: colour().optional(), grid: colour().optional(), bars: colour().optional()}).optional(),
  words: z.record(z.string(), text()).optional(),
  /** Acronyms that the house's readers know. */
  acronyms: z.array(text()).optional(),
  /** The house's own markings, from what may go to everyone to what may go to fewest. */
  markings: z.array(text(100)).min(2, 'Expected at least two markings, from what may go to everyone to what may go to fewest').max(20, 'Expected at most 20 markings').optional(),
  /** The short form of a treaty that the house keeps to, and its other names. */
  treaties: z.record(z.string(), z.array(text())).optional(),
  contacts: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), contact).optional(),
})

/** `_brand.yml`: the brand.yml standard, and our additions under `defaults.demarche`. */
export const brandFile = z.strictObject({
  meta: z
    .strictObject({
      name: z.union([text(100), z.strictObject({short: text(100).optional(), full: text(100).optional()})]).optional(),
      link: z.union([address(), z.looseObject({home: address().optional()})]).optional(),
    })
    .optional(),
  logo: logo.optional(),
  color: z
    .strictObject({
      palette: z.record(z.string(), colour()).optional(),
      foreground: colour().optional(),
      background: colour().optional(),
      primary: colour().optional(),
      secondary: colour().optional(),
      tertiary: colour().optional(),
      success: colour().optional(),
      info: colour().optional(),
      warning: colour().optional(),
      danger: colour().optional(),
      light: colour().optional(),
      dark: colour().optional(),
    })
    .optional(),
  typography: z
    .strictObject({
      fonts: z.array(font).optional(),
      base: typeface.optional(),
      headings: typeface.optional(),
      monospace: typeface.optional(),
      'monospace-inline': z.unknown().optional(),
      'monospace-block': z.unknown().optional(),
      link: z.union([named().transform((color) => ({color})), z.looseObject({color: colour().optional()})]).optional(),
    })
    .optional(),
  defaults: z.looseObject({demarche: demarche.optional()}).optional(),
})
export type BrandFile = z.output<typeof brandFile>
