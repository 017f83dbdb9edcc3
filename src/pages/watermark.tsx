import {nearestFace, pt} from '../brand/index.js'
import {Box, Drawing, labelOf, type Role, shapes, useSetting} from '../drawing/index.js'

const CHROME: Role = {role: 'Artifact', artifact: 'Pagination'}

/** Steep enough to be no heading, flat enough to be read. */
const ANGLE = (-52 * Math.PI) / 180

/**
 * The word for a draft across the page: the shapes of its letters and not the letters, so that nobody's search or voice finds
 * it, in a grey so light that what stands over it is read and copied as before. What is to be heard stands in the notice.
 */
export function Watermark() {
  const setting = useSetting()
  const {look, brand, fonts} = setting
  const {width} = look
  const height = pt(look.paper.height * 0.68)
  const face = nearestFace(brand.fonts.faces, {family: brand.fonts.display, weight: 600, style: 'normal'})
  if (!face) return null
  const font = fonts.open(face)
  const {glyphs, positions, advanceWidth} = font.layout(labelOf(setting, 'draft'))
  const [cos, sin] = [Math.cos(ANGLE), Math.sin(ANGLE)]
  const tall = font.capHeight || font.ascent
  // As large as the page's text takes it, turned.
  const scale = Math.min((width - 2) / (advanceWidth * cos - tall * sin), height / (tall * cos - advanceWidth * sin))
  let along = -advanceWidth / 2
  const middle = -tall / 2
  const paths = glyphs.map((glyph, at) => {
    const start = along
    along += positions[at]?.xAdvance ?? 0
    return glyph.path.commands
      .map(({command, args}) => LETTERS[command] + pairs(args).map(([x, y]) => {
        const [right, up] = [(start + x) * scale, (middle + y) * scale]
        return `${pt(width / 2 + right * cos + up * sin)} ${pt(height / 2 + right * sin - up * cos)}`
      }).join(' '))
      .join('')
  })
  return (
    <Box role={CHROME} style={{width, height}}>
      <Drawing width={width} height={height}>
        {look.lightToner ? (
          <shapes.Path d={paths.join('')} fill="none" stroke="#BDBDBD" strokeWidth={0.5} />
        ) : (
          <shapes.Path d={paths.join('')} fill="#EBEBEB" />
        )}
      </Drawing>
    </Box>
  )
}

const LETTERS: Record<string, string> = {moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z'}

const pairs = (numbers: readonly number[]): [number, number][] => numbers.flatMap((x, at): [number, number][] => (at % 2 === 0 ? [[x, numbers[at + 1] ?? 0]] : []))
