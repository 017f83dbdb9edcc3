import type {Inline} from '../../content.js'
import {Box, labelOf, Paragraph, Rule, Run, type Setting, useSetting, Words} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {Headed, Title} from '../title.js'
import {type FigureParts, type FittedFigures, fitFigures} from './fit-figures.js'
import type {keyFigures as spec} from './key-figures.js'

type Entry = ValueOf<typeof spec>['figures'][number]

/** Large figures in rows, their labels under them, a hairline between the rows. */
export function KeyFigures({value, id, place, width}: ViewProps<ValueOf<typeof spec>>) {
  const setting = useSetting()
  const {look, fonts} = setting
  const fitted = fitFigures(value.figures.map(partsOf), {look, fonts, width})
  const rows = Array.from({length: Math.ceil(value.figures.length / fitted.perRow)}, (_, at) =>
    value.figures.slice(at * fitted.perRow, (at + 1) * fitted.perRow),
  )
  return (
    <Box role="L" place={place} {...(id === undefined ? {} : {id})} style={{width}}>
      <Headed head={<Title title={value.title} label={labelOf(setting, 'keyFigures')} width={width} below={0} />}>
        {rows.map((row, at) => (
          <Box key={at} whole>
            {at > 0 ? <Rule style={{marginTop: 7, marginBottom: 3.5}} /> : null}
            <Box style={{flexDirection: 'row', columnGap: look.gutter}}>
              {row.map((entry, of) => (
                <Figure key={of} entry={entry} fitted={fitted} />
              ))}
            </Box>
          </Box>
        ))}
      </Headed>
    </Box>
  )
}

function Figure({entry, fitted}: {entry: Entry; fitted: FittedFigures}) {
  const setting = useSetting()
  const {width, figure, small} = fitted
  const {before, digits, after} = partsOf(entry)
  return (
    <Box role="LI" place={entry.value.place} style={{width}}>
      <Box role="LBody">
        <Words role="P" place={entry.value.place} unbroken style={figure}>
          {before ? <Run style={small}>{before}</Run> : null}
          {digits}
          {after ? <Run style={small}>{after}</Run> : null}
        </Words>
        <Paragraph style={setting.look.type.label} width={width} place={entry.label.place} box={{marginTop: 3.5}}>
          {labelWords(entry, setting)}
        </Paragraph>
      </Box>
    </Box>
  )
}

const SPACE = '\u00a0'

/** "over 55 million" in the parts that differ in size. */
function partsOf({value, unit}: Entry): FigureParts {
  const after = [value.scale, unit].filter((part) => part !== undefined).map((part) => `${SPACE}${part.replaceAll(' ', SPACE)}`)
  return {
    before: value.qualifier ? `${value.qualifier.replaceAll(' ', SPACE)}${SPACE}` : '',
    digits: value.digits.replaceAll(' ', SPACE),
    after: after.join(''),
  }
}

/** The label, the date of the figure in brackets, and the call of its source. */
function labelWords({label, as_of, source}: Entry, {language}: Setting): Inline[] {
  return [
    ...label.children,
    ...(as_of ? [{type: 'text' as const, value: ` (${language.date(as_of, 'short')})`, place: as_of.place}] : []),
    ...(source ? [{type: 'note' as const, number: source.number, place: source.place}] : []),
  ]
}
