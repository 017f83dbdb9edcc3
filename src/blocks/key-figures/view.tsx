import type {Inline} from '../../content.js'
import {Box, labelOf, Paragraph, Rule, Run, type Setting, useSetting, Words} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {Headed, Title} from '../title.js'
import {wordsOf} from '../../content.js'
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
  const place = figureOf(entry)?.place ?? entry.label?.place ?? {path: ''}
  return (
    <Box role="LI" place={place} style={{width}}>
      <Box role="LBody" strip>
        <Words role="P" place={place} unbroken style={figure}>
          {before ? <Run style={small}>{before}</Run> : null}
          {digits}
          {after ? <Run style={small}>{after}</Run> : null}
        </Words>
        <Paragraph style={setting.look.type.label} width={width} place={entry.label?.place ?? place} box={{marginTop: 3.5}}>
          {labelWords(entry, setting)}
        </Paragraph>
      </Box>
    </Box>
  )
}

const SPACE = '\u00a0'

/** The figure as typed, or as the register has it. */
const figureOf = ({value, fact}: Entry) => value ?? fact?.figure

/** "over 55 million" in the parts that differ in size. */
function partsOf(entry: Entry): FigureParts {
  const {qualifier, scale, digits = ''} = figureOf(entry) ?? {}
  const after = [scale, unitOf(entry)].filter((part) => part !== undefined).map((part) => `${SPACE}${part.replaceAll(' ', SPACE)}`)
  return {
    before: qualifier ? `${qualifier.replaceAll(' ', SPACE)}${SPACE}` : '',
    digits: digits.replaceAll(' ', SPACE),
    after: after.join(''),
  }
}

/** The unit of a fact stands after its figure, unless the label says it. */
function unitOf({unit, fact, label}: Entry): string | undefined {
  if (unit !== undefined || fact?.unit === undefined) return unit
  return wordsOf(label?.children ?? fact.statement).toLowerCase().includes(fact.unit.toLowerCase()) ? undefined : fact.unit
}

/** The label, the date of the figure in brackets, why it is disputed, and the calls of its sources. */
function labelWords({label, as_of, source, fact}: Entry, {language}: Setting): Inline[] {
  const words = label?.children ?? fact?.statement ?? []
  // A label with a year in it says of when it is.
  const when = as_of ?? (/(?<!\d)(?:19|20)\d{2}(?!\d)/.test(wordsOf(words)) ? undefined : fact?.when)
  return [
    ...words,
    ...(when ? [{type: 'text' as const, value: ` (${language.date(when, 'short')})`, place: when.place}] : []),
    ...(fact && fact.caveat.length > 0 ? [{type: 'text' as const, value: '. ', place: fact.place}, ...fact.caveat] : []),
    ...(source ? [{type: 'note' as const, number: source.number, place: source.place}] : []),
    ...(fact?.calls ?? []),
  ]
}
