import type {ComposedProse} from '../../content.js'
import {Box, labelOf, Paragraph, type Setting, useSetting} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {Title} from '../title.js'
import type {status as spec} from './status.js'
import {StatusLine} from './status-line.js'
import {type StatusItem, StatusList, WIDE} from './status-list.js'
import {type Step, standsAt, stepsOf} from './steps.js'

type Value = ValueOf<typeof spec>

/** Where a State stands towards a treaty, step by step; or where each of several stands. */
export function Status({value, id, place, where, width}: ViewProps<Value>) {
  const setting = useSetting()
  const {label} = setting.look.type
  const items = value.states
    ? value.states.flatMap((state) => itemOfState(state, value, setting, width >= WIDE))
    : itemsOfSteps(value, setting)
  const line = !value.states && where !== 'margin' && fitsInLine(items, width, setting)
  const title = (
    <Title title={value.title} label={value.country?.name ?? labelOf(setting, 'status')} width={width} below={line ? 5.25 : 3.5} />
  )
  return (
    <Box style={{width}} place={place} {...(id === undefined ? {} : {id})}>
      {line ? <StatusLine items={items} width={width} title={title} /> : <StatusList items={items} width={width} title={title} />}
      {value.note ? (
        <Paragraph style={label} width={width} place={value.note.place} box={{marginTop: 3.5}}>
          {value.note.children}
        </Paragraph>
      ) : null}
    </Box>
  )
}

const itemsOfSteps = (value: Value, setting: Setting): StatusItem[] =>
  stepsOf(value, setting.meta.asOf).map((step) => ({
    shape: step.shape,
    words: labelOf(setting, step.word),
    ...datesOf(step, setting),
    turning: step.turning,
    place: typeof step.date === 'object' ? step.date.place : undefined,
  }))

/** A State's name says where it stands by its mark; in words too, unless the column is narrow and the author's title says it of all of them. */
function itemOfState(
  state: NonNullable<Value['states']>[number],
  {states = [], title}: Value,
  setting: Setting,
  wide: boolean,
): StatusItem[] {
  const {asOf} = setting.meta
  const step = standsAt(state, asOf)
  if (!step) return []
  const standing = labelOf(setting, step.word)
  const alike = new Set(states.map((one) => shapeOfAll(standsAt(one, asOf)))).size === 1
  const pending = step.word === 'withdrawalPending'
  return [
    {
      shape: step.shape,
      words: state.country.name,
      ...(title && alike && !pending && !wide ? {spoken: `${state.country.name}: ${standing}`} : {standing}),
      ...datesOf(step, setting),
      turning: false,
      note: state.note as ComposedProse | undefined,
      place: state.country.place,
    },
  ]
}

/** Ratified or acceded, both have joined. */
const shapeOfAll = (step: Step | undefined): string =>
  step?.word === 'withdrawn' || step?.word === 'withdrawalPending' ? step.word : step?.shape === 'hollow' ? 'signed' : 'joined'

const datesOf = ({date}: Step, setting: Setting): Pick<StatusItem, 'date' | 'spokenDate'> => {
  if (typeof date !== 'object') {
    const unknown = labelOf(setting, 'unknown')
    return {date: unknown, spokenDate: unknown}
  }
  return {date: setting.language.date(date, 'short'), spokenDate: setting.language.date(date, 'long')}
}

/** Whether each step's longest word and its date fit in an equal share of the width. */
function fitsInLine(items: readonly StatusItem[], width: number, {look, fonts}: Setting): boolean {
  const style = {...look.type.label, fontWeight: 600}
  const room = width / Math.max(4, items.length) - 7
  return items.every(({words, date}) => [...words.split(' '), date].every((word) => fonts.width(word, style) <= room))
}
