import {pt} from '../../brand/index.js'
import {Box, Drawing, Field, shapes, useSetting, Words} from '../../drawing/index.js'
import {dashOf, lineTonesOf, tonesOf} from './tones.js'

const {Line} = shapes

const SWATCH = 14

/** Which series is which, where no label beside the marks can say it. */
export function Legend({names, lines, width}: {names: readonly string[]; lines: boolean; width: number}) {
  const {look, fonts} = useSetting()
  const {colours} = look
  const style = {...look.type.source, color: colours.ink}
  const tones = tonesOf(names.length, colours)
  const lineTones = lineTonesOf(names.length, colours)
  return (
    <Box role={{role: 'Artifact', artifact: 'Layout'}} style={{flexDirection: 'row', flexWrap: 'wrap', columnGap: 10.5, marginBottom: 3.5, width}}>
      {names.map((name, at) => {
        const tone = tones[at]
        const fill = tone?.fill ?? colours.bars
        const words = pt(Math.min(width - SWATCH, fonts.width(name, style) + 1.5))
        return (
          <Box key={at} style={{flexDirection: 'row', width: pt(words + SWATCH)}}>
            <Drawing width={SWATCH} height={10.5}>
              {lines ? (
                <Line x1={0} x2={10} y1={5.6} y2={5.6} stroke={lineTones[at] ?? colours.ink} strokeWidth={at === 0 ? 1.6 : 1.2} {...dashOf(at)} />
              ) : (
                <Field look={look} x={0.25} y={2.1} width={8} height={6.5} fill={fill} {...(tone?.light ? {stroke: colours.hair, strokeWidth: 0.4} : {})} />
              )}
            </Drawing>
            <Words style={{...style, width: words}}>{name}</Words>
          </Box>
        )
      })}
    </Box>
  )
}
