import {type Look, pt, span} from '../../brand/index.js'
import type {Picture} from '../../content.js'
import {Box, Paragraph, Plate, useSetting} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import type {figure as spec, FigureWidth} from './figure.js'

/** A picture with its caption and credit, kept whole. */
export function Figure({value, id, place, where, width}: ViewProps<ValueOf<typeof spec>>) {
  const {look, assets} = useSetting()
  const {image, alt, caption, credit} = value
  const {picture} = image
  const bytes = assets.get(picture.sha256)
  if (!bytes) throw new Error(`The bytes of the picture ${picture.sha256} did not come with the edition`)
  const size = figureSize(picture, {wish: value.width, room: width, look})
  // Under a narrow picture the words take a readable line, within the picture's place.
  const words = pt(Math.min(width, Math.max(size.width, look.marginWidth, 113)))
  const {ink} = look.colours
  return (
    <Box whole role={{role: 'Figure', alt}} place={place} style={{width}} {...(id === undefined ? {} : {id})}>
      <Plate bytes={bytes} format={picture.format} place={image.place} style={size} />
      {caption ? (
        <Paragraph role="Caption" style={{...look.type.label, color: ink}} width={words} place={caption.place} box={{marginTop: where === 'margin' ? 3.5 : 5.25}}>
          {caption.children}
        </Paragraph>
      ) : null}
      {credit ? (
        <Paragraph style={look.type.source} width={words} place={credit.place} box={{marginTop: caption ? 0 : 3.5}}>
          {credit.children}
        </Paragraph>
      ) : null}
    </Box>
  )
}

/** Points to a pixel: as many to the inch as print well, and no fewer than a screen's. */
const SHARP = 72 / 200
const SCREEN = 72 / 96
/** A picture is not higher than this share of the page. */
const MOST_OF_PAGE = 0.6
/** A photograph is not drawn narrower for want of pixels: 40 mm. It is told that it has too few. */
const LEAST = 113.4

/**
 * The size a picture is printed at: the width asked for; else a drawing's own, and a photograph as large as its pixels stay
 * sharp. Never wider than its place, nor higher than three fifths of the page.
 */
export function figureSize(
  {format, width, height}: Pick<Picture, 'format' | 'width' | 'height'>,
  {wish, room, look}: {wish?: FigureWidth | undefined; room: number; look: Look},
): {width: number; height: number} {
  const natural = format === 'svg' ? width * SCREEN : Math.max(LEAST, width * SHARP)
  const wished = wish === undefined ? natural : 'columns' in wish ? span(look, wish.columns) : room * wish.share
  const drawn = Math.min(wished, room, look.paper.height * MOST_OF_PAGE * (width / height))
  return {width: pt(drawn), height: pt((drawn * height) / width)}
}
