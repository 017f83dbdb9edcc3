import {pt} from '../../brand/index.js'
import type {ComposedShownCountry} from '../../content.js'
import {Box, Drawing, Paragraph, Plate, plain, shapes, useSetting} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {Globe} from './globe.js'
import type {locator as spec} from './locator.js'

/** Points across the map beside the text, and in the text. */
const DIAMETER = {beside: 112, within: 98}
/** A column narrower than this has the map under the names; a wider one has it beside them. */
const NARROW = 240

/** A State's flag and names, and where it lies. */
export function Locator({value: {country}, id, place, width}: ViewProps<ValueOf<typeof spec>>) {
  const {map} = country
  const given = id === undefined ? {} : {id}
  if (!map || width < NARROW) {
    return (
      <Box whole place={place} style={{width, rowGap: 10.5}} {...given}>
        <Names country={country} width={width} />
        {map ? <Globe country={country} map={map} width={width} diameter={Math.min(width, DIAMETER.beside)} /> : null}
      </Box>
    )
  }
  const right = 150
  return (
    <Box whole place={place} style={{width, flexDirection: 'row'}} {...given}>
      <Names country={country} width={pt(width - right - 14)} />
      <Box style={{width: right, marginLeft: 'auto'}}>
        <Globe country={country} map={map} width={right} diameter={DIAMETER.within} />
      </Box>
    </Box>
  )
}

const {Rect} = shapes
const FLAG = {width: 31.5, height: 21}

/** The flag, which says no more than the names beside it do: those of the United Nations, short and formal. */
function Names({country, width}: {country: ComposedShownCountry; width: number}) {
  const {look, assets} = useSetting()
  const {flag, name, formal} = country
  const bytes = flag && assets.get(flag.sha256)
  const rest = pt(width - FLAG.width - 7)
  return (
    <Box style={{width, flexDirection: 'row'}}>
      {flag && bytes ? (
        <Box style={{...FLAG, marginRight: 7}}>
          <Plate bytes={bytes} format={flag.format} style={FLAG} />
          <Drawing {...FLAG} style={{position: 'absolute', top: 0, left: 0}}>
            <Rect x={0.15} y={0.15} width={FLAG.width - 0.3} height={FLAG.height - 0.3} fill="none" stroke={look.colours.hair} strokeWidth={0.3} />
          </Drawing>
        </Box>
      ) : null}
      <Box style={{width: rest}}>
        <Paragraph style={look.type.caption} width={rest} unbroken>
          {plain(name)}
        </Paragraph>
        {formal === name ? null : (
          <Paragraph style={look.type.label} width={rest} unbroken>
            {plain(formal)}
          </Paragraph>
        )}
      </Box>
    </Box>
  )
}
