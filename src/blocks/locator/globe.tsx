import type {ComposedShownCountry, LocatorMap} from '../../content.js'
import {Box, Drawing, fill, labelOf, Paragraph, plain, shapes, useSetting} from '../../drawing/index.js'

/** Radius of the dot that stands for a small State, in points. */
const DOT = 2

/** The map of where a State lies, and under it, always, that its lines imply no opinion. */
export function Globe({country, map, width, diameter}: {country: ComposedShownCountry; map: LocatorMap; width: number; diameter: number}) {
  const setting = useSetting()
  const {look} = setting
  const {accent, grid, hair, ink, paper} = look.colours
  const {Circle, Path} = shapes
  const middle = map.size / 2
  const line = map.size / diameter
  const alt = fill(labelOf(setting, 'locatorMap'), {region: country.region, country: country.inText})
  return (
    <Box style={{width}}>
      <Drawing width={diameter} height={diameter} viewBox={`0 0 ${map.size} ${map.size}`} alt={alt} place={country.place}>
        {look.lightToner ? <Path d={map.land} fill="none" stroke={grid} strokeWidth={0.35 * line} /> : <Path d={map.land} fill={grid} />}
        {map.borders === '' ? null : <Path d={map.borders} fill="none" stroke={look.lightToner ? grid : paper} strokeWidth={0.45 * line} />}
        {map.state === '' ? null : look.lightToner ? <Path d={map.state} fill={paper} stroke={ink} strokeWidth={1.1 * line} /> : <Path d={map.state} fill={accent} />}
        {map.dots.map(([x, y]) => (
          <Circle key={`${x} ${y}`} cx={x} cy={y} r={DOT * line} fill={accent} stroke={paper} strokeWidth={0.5 * line} />
        ))}
        <Circle cx={middle} cy={middle} r={middle - 0.15 * line} fill="none" stroke={hair} strokeWidth={0.3 * line} />
      </Drawing>
      <Paragraph style={{...look.type.source, fontSize: 7, lineHeight: '8.75pt'}} width={width} box={{marginTop: 5.25}}>
        {plain(labelOf(setting, 'boundaries'))}
      </Paragraph>
    </Box>
  )
}
